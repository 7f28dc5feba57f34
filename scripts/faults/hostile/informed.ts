import {encodeSignatureHeader, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import {pick, type Random} from '#sanity/lake/store/testing/random.ts'
import {bodies} from './bodies.ts'
import type {Known} from './known.ts'
import type {Door, Hostile} from './requests.ts'

/** What is written into fields, and in the place of values of any kind. */
const oddValues = [
  ...[
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e',
    '💥'.repeat(400),
    'a@b',
    '"><script>',
    '$@1',
    '["$K1"]',
    '{}',
    'null',
  ],
  ...['x'.repeat(50_000), '{"__proto__": {"a": 1}}', 'a\r\nBcc: someone@evil.example', '-1', 'NaN', '../..'],
] as const

const states = [
  ...['[]', '[null]', '[{}]', '[{"values":7}]', '[{"values":{"name":{}},"problems":null,"failure":null}]'],
  ...[
    '[{"values":null,"problems":[{"field":"__proto__"}],"failure":{"kind":9}}]',
    '["$F1"]',
    '["$@2"]',
    '[',
    '',
  ],
] as const

const reviewAddresses = [
  '/review/new-link',
  '/review/a/answer',
  '/review/a/code',
  '/review/a/check',
  '/review/a/confirm',
] as const

const lakePaths = ['query', 'mutate', 'actions', 'listen'] as const

type Sent = {door: Door; method: 'POST'; target: string; headers: string[]; body: Buffer}

/**
 * What is let in by the outer door: sent from the site's own page, signed as the webhook, or with the token of an editor,
 * and wrong only inside. Writes are tried without keeping them.
 */
export async function informedRequest(random: Random, known: Known): Promise<Hostile> {
  const makers = [formPost, reviewPost, signedMessage, write]
  const {door, method, target, headers, body} = await pick(random, [formPost, ...makers])(random, known)
  const line = `${method} ${target} HTTP/1.1`
  const lines = [line, 'host: localhost', 'connection: close', ...headers, `content-length: ${body.length}`]
  return {door, line, bytes: Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body])}
}

async function formPost(random: Random, {origin, form}: Known): Promise<Sent> {
  const fields = form.fields.map(([name, value]): [string, string] => {
    if (random(3) > 0) return [name, value]
    return [name, pick(random, name.startsWith('$ACTION') ? states : oddValues)]
  })
  const kept = random(4) === 0 ? fields.filter(() => random(3) > 0) : fields
  const body = kept
    .map(([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('')
  const type = random(20) === 0 ? 'application/x-www-form-urlencoded' : 'multipart/form-data; boundary=x'
  return post(
    'site',
    form.address,
    [`origin: ${origin}`, `content-type: ${type}`],
    Buffer.from(`${body}--x--\r\n`),
  )
}

async function reviewPost(random: Random, {origin}: Known): Promise<Sent> {
  const body = `answer=${encodeURIComponent(wellFormed(pick(random, oddValues)))}&code=${random(1_000_000)}&name=%00`
  const headers = [
    `origin: ${origin}`,
    'content-type: application/x-www-form-urlencoded',
    'cookie: reviewer=%7B%7D',
  ]
  return post('site', pick(random, reviewAddresses), headers, Buffer.from(body))
}

async function signedMessage(random: Random, {webhookSecret}: Known): Promise<Sent> {
  const change: {[name: string]: unknown} = {
    id: 'a',
    type: 'page',
    operation: 'update',
    slugBefore: 'a',
    slugAfter: 'a',
  }
  const names = [
    'id',
    'type',
    'operation',
    'revision',
    'slugBefore',
    'slugAfter',
    'schools',
    'places',
    'paths',
    'subject',
  ]
  for (let times = random(3) + 1; times > 0; times--)
    change[pick(random, ['id', ...names])] = pick<unknown>(random, [
      null,
      ...oddValues,
      7,
      [],
      [null],
      {},
      {lat: 'a'},
    ])
  const body = random(8) === 0 ? wellFormed(pick(random, oddValues)) || ' ' : JSON.stringify(change)
  const signature = await encodeSignatureHeader(body, Date.now(), webhookSecret)
  const headers = [`${SIGNATURE_HEADER_NAME}: ${signature}`, 'content-type: application/json']
  return post('site', '/api/revalidate', headers, Buffer.from(body))
}

async function write(random: Random, {token}: Known): Promise<Sent> {
  const target = `/v2025-02-19/data/${pick(random, lakePaths)}/production?dryRun=true`
  const made = pick(random, bodies)(random)
  const headers = [`authorization: Bearer ${token}`, `content-type: ${made?.type ?? 'application/json'}`]
  return post(
    'lake',
    target,
    headers,
    made?.encoding === undefined ? (made?.bytes ?? Buffer.alloc(0)) : Buffer.alloc(0),
  )
}

const post = (door: Door, target: string, headers: string[], body: Buffer): Sent => ({
  door,
  method: 'POST',
  target,
  headers,
  body,
})

/** Half a character cannot be signed or written into an address. */
const wellFormed = (text: string) => Buffer.from(text).toString()
