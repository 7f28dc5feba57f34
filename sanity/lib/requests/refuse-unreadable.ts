import type {IncomingMessage, ServerResponse} from 'node:http'
import {knownAddressHeader} from '#lib/known-address-header.ts'

/** No browser sends these, and the web's own request, which Next.js makes of each, cannot have them. */
const impossibleMethods = new Set(['TRACE', 'CONNECT', 'TRACK'])

/** Refuses what Next.js cannot make a request of, which it would answer with 500: a method, or an address that is no path. */
export function refuseUnreadable(request: IncomingMessage, response: ServerResponse): void {
  const status = statusOf(request)
  if (status === null) return
  // Node.js would still ask for the body, behind the answer.
  delete request.headers.expect
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    Connection: 'close',
    ...(status === 405 ? {Allow: 'GET, HEAD'} : {}),
  })
  response.end(status === 405 ? 'This cannot be done here.' : 'The address cannot be read.')
  // Next.js then finds an answer that is finished, of a request that it can read.
  request.method = 'GET'
  request.url = '/'
  request.headers[knownAddressHeader] = '1'
}

function statusOf({method = 'GET', url = ''}: IncomingMessage): 400 | 405 | null {
  if (impossibleMethods.has(method)) return 405
  return url.startsWith('/') || /^https?:\/\/[^/]/.test(url) ? null : 400
}
