import type {IncomingMessage} from 'node:http'
import {knownAddressHeader} from '#lib/known-address-header.ts'
import {placeInMemory} from '../address-book.ts'
import {isCaughtUp} from '../sharing/catch-up.ts'
import {isForVisitors, pathOfRequest} from './for-visitors.ts'

/**
 * Takes the slash off the end of an address that has moved. Many systems write addresses so; Next.js would answer with
 * one redirect that takes the slash off and leave the way to the new address to a second.
 */
export function followBareAddress(request: IncomingMessage): void {
  const path = pathOfRequest(request.url)
  const bare = path.replace(/\/$/, '')
  if (bare === path || !isForVisitors(path) || placeInMemory(bare)?.kind !== 'moved') return
  request.url = bare + (request.url ?? '').slice(path.length)
}

/**
 * Marks a request for what is known to be there, so that only the others pass through `proxy.ts`: and all of them as
 * long as the process makes good what it missed.
 */
export function markKnownAddress({url = '', headers}: IncomingMessage): void {
  const path = pathOfRequest(url)
  const isKnown =
    isCaughtUp() && isForVisitors(path) && placeInMemory(path, url.slice(path.length))?.kind === 'here'
  if (isKnown) headers[knownAddressHeader] = '1'
  else delete headers[knownAddressHeader]
}
