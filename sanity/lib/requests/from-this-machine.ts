import {randomUUID} from 'node:crypto'
import type {IncomingMessage} from 'node:http'
import {isLoopback} from '#lib/env.ts'
import {sharedState} from '#lib/shared-state.ts'
import {isFields} from '../parse.ts'

/** Set where a request begins, whatever was sent: Next.js adds to the headers, and does not tell where one came from. */
const thisMachineHeader = 'x-from-this-machine'

/**
 * What it holds, which nobody knows outside of this process: Next.js takes requests a moment before anything is set on
 * them.
 */
function mark(): {value: string} {
  return sharedState<{value: string}>(
    'from-this-machine',
    () => ({value: randomUUID()}),
    (found): found is {value: string} => isFields(found) && typeof found.value === 'string',
  )
}

/** Whether a request was marked by `markOwnMachine`. */
export function isFromThisMachine(headers: Headers): boolean {
  return headers.get(thisMachineHeader) === mark().value
}

/** What a web server in front of the site says of whom it asks for. */
const forwarding = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
]

/**
 * Marks a request that a program on this machine makes to this machine by itself: from a loopback address, by a
 * loopback name (which a page of another site that was pointed here does not have), and passed on by nobody.
 */
export function markOwnMachine({headers, socket}: IncomingMessage): void {
  delete headers[thisMachineHeader]
  const isFromHere = isLoopback((socket.remoteAddress ?? '').replace(/^::ffff:/, ''))
  const host = hostName(headers.host ?? '')
  if (isFromHere && isLoopback(host) && !forwarding.some((name) => name in headers))
    headers[thisMachineHeader] = mark().value
}

/** Without the port, and without the brackets of an IPv6 address. */
function hostName(host: string): string {
  return host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1')
}
