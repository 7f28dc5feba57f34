import {type NextRequest, NextResponse} from 'next/server'
import {env} from '#lib/env.ts'

/**
 * Puts the embedded Content Lake behind the site's own origin, fetches, event streams and WebSockets alike,
 * so that a browser needs one port and no cross-origin request. Its address is read at run time: the same
 * build runs with the hosted Content Lake, where this path does not exist.
 */
export function proxy(request: NextRequest): NextResponse {
  const {source} = env()
  if (source.kind === 'hosted') return new NextResponse('Not found', {status: 404})
  const {pathname, search} = request.nextUrl
  return NextResponse.rewrite(new URL(pathname.slice('/lake'.length) + search, source.lakeUrl))
}

export const config = {matcher: '/lake/:path*'}
