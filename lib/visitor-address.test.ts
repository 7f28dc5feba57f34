import {networkOf, visitorAddress} from './visitor-address.ts'

it.each([
  ['a visitor who comes directly', '203.0.113.7', undefined, '203.0.113.7'],
  ['one who comes directly and claims to be another', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
  ['one behind the web server', '127.0.0.1', '198.51.100.1', '198.51.100.1'],
  [
    'one behind the web server who claims to be others',
    '::1',
    '10.0.0.1, 192.0.2.9, 198.51.100.1',
    '198.51.100.1',
  ],
  ['one behind a web server next door', '10.0.0.2', '198.51.100.1', '198.51.100.1'],
  ['one behind a web server next door by IPv6', 'fd00::2', '198.51.100.1', '198.51.100.1'],
  ['one whose address only looks private', '172.32.0.1', '198.51.100.1', '172.32.0.1'],
  ['an IPv4 address in the clothes of IPv6', '::ffff:127.0.0.1', '::ffff:198.51.100.1', '198.51.100.1'],
  ['an IPv6 address', '127.0.0.1', '2001:db8::1', '2001:db8::1'],
  ['somebody on this machine', '127.0.0.1', undefined, '127.0.0.1'],
  ['nonsense', '127.0.0.1', 'unknown, <script>', '127.0.0.1'],
  ['a connection that is gone', undefined, '198.51.100.1', ''],
])('names %s', (_who, socket, forwardedFor, address) => {
  expect(visitorAddress(socket, forwardedFor)).toBe(address)
})

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', ''],
])('counts %s as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
