import {type NextRequest, NextResponse} from 'next/server'
import {draftModeCookie} from '#lib/draft-mode-cookie.ts'
import {env} from '#lib/env.ts'
import {galleryIsShown, isInGallery} from '#lib/gallery.ts'
import {makingHeader} from '#lib/making-header.ts'
import {placeOf} from '#sanity/lib/address-book.ts'
import {untilFresh} from '#sanity/lib/sharing/catch-up.ts'

/**
 * What is decided at request time before any page: the embedded lake and the developers' Studio behind the site's
 * own origin, addresses that have moved, and addresses where nothing is. A built site passes it by where something is
 * known to be published (see `sanity/lib/requests/known-address.ts`).
 */
export function proxy(request: NextRequest): NextResponse | Promise<NextResponse> {
  const {pathname} = request.nextUrl
  if (pathname.startsWith('/lake/')) return passToLake(request)
  if (pathname === '/studio' || pathname.startsWith('/studio/')) return passToStudioServer(request)
  if (isInGallery(pathname) && !galleryIsShown(env())) return notFound(request)
  return lookUpAddress(request)
}

/**
 * Fetches, event streams and WebSockets alike, so that a browser needs one port and no cross-origin request. The
 * lake's address is read at run time: the same build runs with the hosted Content Lake, where this path is empty.
 */
function passToLake({nextUrl: {pathname, search}}: NextRequest): NextResponse {
  const {source} = env()
  if (source.kind === 'hosted') return new NextResponse('Not found', {status: 404})
  return NextResponse.rewrite(new URL(pathname.slice('/lake'.length) + search, source.lakeUrl))
}

/** With npm run dev the Studio's modules come from its own server; its page stays the site's answer. */
function passToStudioServer({nextUrl: {pathname, search}, headers}: NextRequest): NextResponse {
  const {studioDevUrl} = env()
  const isPage = headers.get('accept')?.includes('text/html')
  return studioDevUrl === null || isPage
    ? NextResponse.next()
    : NextResponse.rewrite(new URL(pathname + search, studioDevUrl))
}

/**
 * Here rather than in the pages: a page that becomes a redirect when it is made again loses its Location header, and
 * one that turns out not to exist while it is made has no words for a browser without script.
 */
async function lookUpAddress(request: NextRequest): Promise<NextResponse> {
  const {nextUrl, cookies, headers} = request
  // Except the site itself, which makes the pages that the others wait for.
  if (!headers.has(makingHeader)) await untilFresh(nextUrl.pathname)
  const place = await placeOf(nextUrl.pathname, nextUrl.search)
  if (place.kind === 'answered') return NextResponse.rewrite(new URL(place.at, nextUrl))
  // Whoever previews drafts sees what is not published yet.
  if (cookies.has(draftModeCookie)) return NextResponse.next()
  switch (place.kind) {
    case 'here':
      return NextResponse.next()
    case 'moved':
      return moved(place, nextUrl.search)
    case 'unknown':
      return headers.has(makingHeader) ? NextResponse.next() : notFound(request)
  }
}

/**
 * Leads to the new address, with what was asked for besides. A browser that kept the answer would go on following it
 * after the page has moved back, and would then go to and fro for ever.
 */
function moved({to, permanent}: {to: string; permanent: boolean}, search: string): NextResponse {
  const target = new URL(to, env().siteUrl)
  if (target.search === '') target.search = search
  const headers = {'Cache-Control': 'no-cache'}
  return NextResponse.redirect(target, {status: permanent ? 308 : 307, headers})
}

/** The whole page that app/global-not-found.tsx makes ahead of its visitors. */
function notFound({nextUrl}: NextRequest): NextResponse {
  return NextResponse.rewrite(new URL('/_not-found', nextUrl))
}

export const config = {
  matcher: [
    '/lake/:path*',
    '/studio/:path*',
    // Next.js wants the name of the header spelled out here: see lib/known-address-header.ts.
    {
      source: '/((?!_next/|api/|studio(?:/|$)|lake/).*)',
      missing: [{type: 'header', key: 'x-known-address'}],
    },
  ],
}
