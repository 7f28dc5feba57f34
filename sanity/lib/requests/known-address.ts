import type {IncomingMessage} from 'node:http'
import {knownAddressHeader} from '#lib/known-address-header.ts'
import {placeInMemory} from '../address-book.ts'
import {isForVisitors, pathOfRequest} from './for-visitors.ts'

/** Marks a request for what is known to be there, so that only the others pass through `proxy.ts`. */
export function markKnownAddress(request: IncomingMessage): void {
  const path = pathOfRequest(request.url)
  if (isForVisitors(path) && placeInMemory(path)?.kind === 'here') request.headers[knownAddressHeader] = '1'
  else delete request.headers[knownAddressHeader]
}
