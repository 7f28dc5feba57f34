import type {IncomingMessage} from 'node:http'
import {knownAddressHeader} from '#lib/known-address-header.ts'
import {placeInMemory} from '../address-book.ts'
import {isForVisitors, pathOfRequest} from './for-visitors.ts'

/** Marks a request for what is known to be there, so that only the others pass through `proxy.ts`. */
export function markKnownAddress({url = '', headers}: IncomingMessage): void {
  const path = pathOfRequest(url)
  const isKnown = isForVisitors(path) && placeInMemory(path, url.slice(path.length))?.kind === 'here'
  if (isKnown) headers[knownAddressHeader] = '1'
  else delete headers[knownAddressHeader]
}
