import type {IncomingMessage, ServerResponse} from 'node:http'
import {insideAddress} from '#lib/answers-to-input.ts'
import {pathOfRequest} from './for-visitors.ts'

/**
 * Lets no cache between the site and its visitors keep the answer to what somebody typed: anybody can ask for any
 * number of them, and what a visitor looks for is nobody else's matter. Next.js would let them be kept like pages.
 */
export function keepFromSharedCaches({url = ''}: IncomingMessage, response: ServerResponse): void {
  const path = pathOfRequest(url)
  if (insideAddress(path, url.slice(path.length)) === null) return
  const {writeHead} = response
  response.writeHead = (status: number, ...more: unknown[]) => {
    if (status === 200) response.setHeader('Cache-Control', 'private, no-cache')
    return Reflect.apply(writeHead, response, [status, ...more])
  }
}
