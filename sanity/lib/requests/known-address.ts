import type {IncomingMessage} from 'node:http'
import {insideAddress} from '#lib/answers-to-input.ts'
import {knownAddressHeader} from '#lib/known-address-header.ts'
import {placeInMemory} from '../address-book.ts'
import {isForVisitors, pathOfRequest} from './for-visitors.ts'

/** Marks a request for what is known to be there, so that only the others pass through `proxy.ts`. */
export function markKnownAddress(request: IncomingMessage): void {
  const path = pathOfRequest(request.url)
  const isKnown = isForVisitors(path) && !hasInput(path, request.url) && placeInMemory(path)?.kind === 'here'
  if (isKnown) request.headers[knownAddressHeader] = '1'
  else delete request.headers[knownAddressHeader]
}

/** What somebody typed is answered at another address, which proxy.ts leads to. */
function hasInput(path: string, url = ''): boolean {
  return insideAddress(path, new URLSearchParams(url.slice(path.length))) !== null
}
