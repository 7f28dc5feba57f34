import {draftModeCookie} from '#lib/draft-mode-cookie.ts'
import {pick, type Random} from '#sanity/lake/store/testing/random.ts'
import type {Body} from './bodies.ts'

const hosts = [
  'localhost',
  '127.0.0.1',
  '127.0.0.1',
  'evil.example',
  '',
  'localhost:99999',
  '[::1',
  'a b',
  '\u00e9',
] as const

const odd = [
  'x-forwarded-host: evil.example',
  'x-forwarded-host: localhost, evil.example',
  'x-forwarded-proto: javascript',
  'x-forwarded-for: 999.1.1.1, ::1, unknown',
  'x-middleware-subrequest: proxy:proxy:proxy:proxy:proxy',
  'x-middleware-rewrite: http://evil.example/',
  'x-known-address: 1',
  'x-from-this-machine: 1',
  'x-request-id: %0d%0a',
  'x-request-id: ../../../../etc/passwd',
  'x-invoke-query: %7B%7D',
  'x-prerender-revalidate: guessed',
  'x-matched-path: /api/metrics',
  'x-invoke-path: /_error',
  'x-invoke-status: 500',
  'next-action: 0000000000000000000000000000000000000000',
  'next-action: __proto__',
  'rsc: 1',
  'next-router-prefetch: 1',
  'next-router-segment-prefetch: /_full',
  'next-router-segment-prefetch: /../../_tree',
  'next-router-state-tree: %5B%22%22%2C%7B%7D',
  'next-router-state-tree: not a tree',
  'next-url: /\\evil',
  `cookie: ${draftModeCookie}=guessed; sanity-preview-perspective=drafts`,
  'cookie: =; ;;; a==b; __Host-=\u0001',
  `cookie: ${'a=b; '.repeat(500)}`,
  'authorization: Bearer guessed',
  'authorization: Basic ::::',
  'authorization: Bearer ',
  'sanity-webhook-signature: t=1,v1=AAAA',
  'sanity-webhook-signature: t=99999999999999999999,v1=',
  'origin: null',
  'origin: http://evil.example',
  'origin: http://localhost',
  'sec-fetch-site: cross-site',
  'sec-fetch-site: same-origin',
  'range: bytes=0-,-1,5-2',
  'range: bytes=99999999999999999999-',
  'if-none-match: "',
  'if-modified-since: Thu, 99 Foo 0000 00:00:00 GMT',
  'accept: text/event-stream',
  'accept: */*;q=nonsense',
  'accept-language: \u00ff\u00fe',
  'expect: 100-continue',
  'expect: the-impossible',
  'te: trailers, deflate;q=0.5',
  'upgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-key: short\r\nsec-websocket-version: 13',
  'upgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nsec-websocket-version: 99',
  'upgrade: h2c\r\nhttp2-settings: AAMAAABkAAQAAP__',
  'last-event-id: %00',
  'no-colon-here',
  ' folded: header',
  'x\u0000y: 1',
  `x-long: ${'a'.repeat(20_000)}`,
  Array.from({length: 150}, (_, index) => `x-${index}: ${index}`).join('\r\n'),
] as const

/** Lines of headers, with a length of the body that is right as a rule. */
export function headers(random: Random, body: Body | null): string[] {
  const lines = [`host: ${random(12) === 0 ? pick(random, hosts) : 'localhost'}`, 'connection: close']
  for (let times = Math.max(0, random(5) - 2); times > 0; times--) lines.push(pick(random, odd))
  if (body === null) return lines
  lines.push(`content-type: ${random(15) === 0 ? pick(random, ['', '/', 'a'.repeat(300)]) : body.type}`)
  if (body.encoding !== undefined) lines.push(`content-encoding: ${body.encoding}`)
  const {length} = body.bytes
  const lengths = [
    ...Array.from({length: 40}, () => `content-length: ${length}`),
    `content-length: ${length + 100}`,
    'content-length: -1',
    'content-length: 99999999999999999999',
    `content-length: ${length}\r\ncontent-length: 0`,
    'transfer-encoding: chunked',
    `transfer-encoding: chunked\r\ncontent-length: ${length}`,
    'transfer-encoding: gzip, identity',
  ]
  lines.push(lengths[random(lengths.length)] ?? '')
  return lines
}
