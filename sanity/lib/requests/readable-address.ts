import type {IncomingMessage} from 'node:http'
import {pathOfRequest} from './for-visitors.ts'

/**
 * Takes percent signs that write no letter for themselves. Next.js answers such an address with a bare 500 where a
 * part of it names something, as in a link that lost its end on the way; now it is an address where nothing is.
 */
export function makeAddressReadable(request: IncomingMessage): void {
  const path = pathOfRequest(request.url)
  const readable = withoutWayUp(isReadable(path) ? path : withWholeSigns(path))
  if (readable !== path) request.url = readable + (request.url ?? '').slice(path.length)
}

function withWholeSigns(path: string): string {
  const mended = path.replace(/%(?![0-9a-f]{2})/gi, '%25')
  return isReadable(mended) ? mended : path.replaceAll('%', '%25')
}

/**
 * Without parts that lead up again, which browsers take out before they send an address, and Next.js when it looks for
 * the page. What is asked in between (whether something may be sent there, what the page may do) is so asked about the
 * page that answers.
 */
function withoutWayUp(path: string): string {
  if (!path.startsWith('/') || !/\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path)) return path
  const address = `http://localhost${path}`
  return URL.canParse(address) ? new URL(address).pathname : path
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
