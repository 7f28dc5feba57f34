import type {IncomingMessage} from 'node:http'
import {pathOfRequest} from './for-visitors.ts'

/**
 * Takes percent signs that write no letter for themselves. Next.js answers such an address with a bare 500 where a
 * part of it names something, as in a link that lost its end on the way; now it is an address where nothing is.
 */
export function makeAddressReadable(request: IncomingMessage): void {
  const path = pathOfRequest(request.url)
  if (isReadable(path)) return
  const mended = path.replace(/%(?![0-9a-f]{2})/gi, '%25')
  const readable = isReadable(mended) ? mended : path.replaceAll('%', '%25')
  request.url = readable + (request.url ?? '').slice(path.length)
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
