import type {IncomingMessage} from 'node:http'
import {insideAddress} from '#lib/answers-to-input.ts'
import {knownAddressHeader} from '#lib/known-address-header.ts'
import {placeInMemory} from '../address-book.ts'
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
