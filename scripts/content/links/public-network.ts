import {lookup as lookUp} from 'node:dns'
import {BlockList, isIP, type LookupFunction} from 'node:net'

/** Networks that are no part of the public internet (IANA’s registries of special-purpose addresses). */
const closed = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  closed.addSubnet(network, prefix, 'ipv4')
}
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  closed.addSubnet(network, prefix, 'ipv6')
}

/** That an address leads into a network which is none of the public’s, where a check of links has nothing to ask. */
export class ClosedNetworkError extends Error {}

/** Whether an IP address is part of the public internet. */
export function isPublic(address: string): boolean {
  const family = isIP(address)
  return family !== 0 && !closed.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/** @throws ClosedNetworkError for a host that is written as an IP address of a closed network */
export function requirePublicHost({hostname}: URL): void {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isPublic(host)) throw new ClosedNetworkError(host)
}

/**
 * Looks a host’s name up for a connection, and finds its public addresses alone. The connection is made to what is found
 * here, so a name that changes its mind in between leads nowhere else.
 */
export const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  lookUp(hostname, {...options, all: true}, (error, addresses) => {
    if (error) return callback(error, [])
    const [first, ...others] = addresses.filter(({address}) => isPublic(address))
    if (first === undefined) return callback(new ClosedNetworkError(hostname), [])
    return options.all ? callback(null, [first, ...others]) : callback(null, first.address, first.family)
  })
}
