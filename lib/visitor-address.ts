import {BlockList, isIP} from 'node:net'
import {isLoopback} from './env.ts'

/** Where a web server in front of the site may be, besides this machine (RFC 1918, RFC 4193). */
const privateNetworks = new BlockList()
privateNetworks.addSubnet('10.0.0.0', 8)
privateNetworks.addSubnet('172.16.0.0', 12)
privateNetworks.addSubnet('192.168.0.0', 16)
privateNetworks.addSubnet('fc00::', 7, 'ipv6')

/**
 * The internet address that a request comes from, as far as this server can know it. A web server in front of the
 * site, on this machine or its private network, names the visitor as the last entry of `X-Forwarded-For`; what
 * anybody else writes there counts for nothing.
 * @param socketAddress - the other end of the connection
 */
export function visitorAddress(socketAddress: string | undefined, forwardedFor: string | undefined): string {
  const neighbour = plain(socketAddress ?? '')
  if (!isNeighbour(neighbour)) return neighbour
  const named = plain(forwardedFor?.split(',').at(-1)?.trim() ?? '')
  return isIP(named) === 0 ? neighbour : named
}

/**
 * Whether a connection comes from where a web server in front of the site may be, whose headers are believed.
 * @param socketAddress - the other end of the connection
 */
export function isNeighbour(socketAddress: string | undefined): boolean {
  const address = plain(socketAddress ?? '')
  return isLoopback(address) || isPrivate(address)
}

/** What to count by: one household or school has a whole network of IPv6 addresses (a /64), and one of IPv4. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  const after = tail?.split(':').filter(Boolean) ?? []
  const missing = tail === undefined ? 0 : 8 - groups.length - after.length
  const whole = [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...after]
  return `${whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

/** An IPv4 address that a server for both kinds writes as one of IPv6. */
function plain(address: string): string {
  const [, inside] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? []
  return inside ?? address
}

function isPrivate(address: string): boolean {
  const version = isIP(address)
  return version !== 0 && privateNetworks.check(address, version === 6 ? 'ipv6' : 'ipv4')
}
