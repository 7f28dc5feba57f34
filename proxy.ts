import {type NextRequest, NextResponse} from 'next/server'
import {env} from '#lib/env.ts'

/**
 * Puts the embedded Content Lake behind the site's own origin, fetches, event streams and WebSockets alike,
 * so that a browser needs one port and no cross-origin request. Its address is read at run time: the same
 * build runs with the hosted Content Lake, where this path does not exist.
 */
export function proxy(request: NextRequest): NextResponse {
  const {source, studioDevUrl} = env()
  const {pathname, search} = request.nextUrl
  if (pathname.startsWith('/studio')) {
    // With npm run dev the Studio's modules come from its own server; its page stays the site's answer.
    const isPage = request.headers.get('accept')?.includes('text/html')
    return studioDevUrl === null || isPage
      ? NextResponse.next()
      : NextResponse.rewrite(new URL(pathname + search, studioDevUrl))
  }
  if (source.kind === 'hosted') return new NextResponse('Not found', {status: 404})
  return NextResponse.rewrite(new URL(pathname.slice('/lake'.length) + search, source.lakeUrl))
}

export const config = {matcher: ['/lake/:path*', '/studio/:path*']}
