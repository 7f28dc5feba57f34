import {randomBytes} from 'node:crypto'
import {type NextRequest, NextResponse} from 'next/server'
import {env} from '#lib/env.ts'
import {makingHeader} from '#lib/making-header.ts'
import {pageHeaders} from '#lib/page-headers.ts'
import type {PageKind} from '#lib/page-policy.ts'
import {placeOf} from '#sanity/lib/address-book.ts'

const policyHeader = 'Content-Security-Policy'

/** Next.js's own name for it. */
const draftModeCookie = '__prerender_bypass'

/**
 * What is decided at request time before any page: the embedded lake and the developers' Studio behind the site's
 * own origin, addresses that have moved, and addresses where nothing is.
 */
export function proxy(request: NextRequest): NextResponse | Promise<NextResponse> {
  const {pathname} = request.nextUrl
  if (pathname.startsWith('/lake/')) return passToLake(request)
  if (pathname.startsWith('/studio')) return passToStudioServer(request)
  return answerWithPage(request)
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

/** A page, with what it may do in the browser. Next.js takes the nonce for its scripts from the request. */
async function answerWithPage(request: NextRequest): Promise<NextResponse> {
  const page = kindOfPage(request)
  const policies = pageHeaders(page, env(), process.env.NODE_ENV === 'development')
  const headers = new Headers(request.headers)
  headers.delete(policyHeader)
  if (page.kind !== 'static') headers.set(policyHeader, policies[policyHeader] ?? '')
  const response = await lookUpAddress(request, {request: {headers}})
  for (const [name, value] of Object.entries(policies)) response.headers.set(name, value)
  return response
}

/** Static unless somebody previews or sends something in; with hot reload every page is made at its request. */
function kindOfPage({method, cookies}: NextRequest): PageKind {
  if (cookies.has(draftModeCookie)) return {kind: 'draft', nonce: newNonce()}
  const isStatic = isReading(method) && process.env.NODE_ENV === 'production'
  return isStatic ? {kind: 'static'} : {kind: 'made-at-request', nonce: newNonce()}
}

const isReading = (method: string) => method === 'GET' || method === 'HEAD'
/** 128 bits, as the Content Security Policy's own advice is. */
const newNonce = () => randomBytes(16).toString('base64')

/**
 * Here rather than in the pages: a page that becomes a redirect when it is made again loses its Location header, and
 * one that turns out not to exist while it is made has no words for a browser without script.
 */
async function lookUpAddress(
  {nextUrl, cookies, headers}: NextRequest,
  onwards: {request: {headers: Headers}},
): Promise<NextResponse> {
  // Whoever previews drafts sees what is not published yet.
  if (cookies.has(draftModeCookie)) return NextResponse.next(onwards)
  const place = await placeOf(nextUrl.pathname)
  switch (place.kind) {
    case 'here':
      return NextResponse.next(onwards)
    case 'moved':
      return NextResponse.redirect(new URL(place.to, env().siteUrl), place.permanent ? 308 : 307)
    case 'unknown':
      return headers.has(makingHeader)
        ? NextResponse.next(onwards)
        : NextResponse.rewrite(new URL('/_not-found', nextUrl), onwards)
  }
}

export const config = {
  matcher: ['/lake/:path*', '/studio/:path*', '/((?!_next/|api/|studio|lake/).*)'],
}
