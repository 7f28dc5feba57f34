import {pick, type Random} from '#sanity/lake/store/testing/random.ts'
import {bodies} from './bodies.ts'
import {headers} from './headers.ts'

/** Where a request goes: the site, or the lake at its own port. */
export type Door = 'site' | 'lake'

export type Hostile = {door: Door; bytes: Buffer /** The first line, for people. */; line: string}

const siteBases: readonly [string, ...string[]] = [
  '/',
  '/about-us',
  '/schools',
  '/schools/find',
  '/schools/nowhere/talk',
  '/search',
  '/evidence',
  '/evidence.json',
  '/share/about-us',
  '/review',
  '/review/open/AAAA',
  '/review/new-link',
  '/api/revalidate',
  '/api/draft-mode/enable',
  '/api/draft-mode/disable',
  '/api/draft-mode/events',
  '/api/sign-off',
  '/api/health',
  '/api/health/live',
  '/api/metrics',
  '/_next/static/chunks/main.js',
  '/_next/image',
  '/_next/data/build/index.json',
  '/studio',
  '/outbox',
  '/sitemap.xml',
  '/component-gallery',
  '/lake/v1/data/query/production',
  '/lake/v2025-02-19/data/mutate/production',
  '/lake/health',
]

const lakeBases: readonly [string, ...string[]] = [
  '/health',
  '/metrics',
  '/backup',
  '/streams',
  '/v1/data/query/production',
  '/v2025-02-19/data/query/production',
  '/v2025-02-19/data/doc/production/drafts.page',
  '/v2025-02-19/data/mutate/production',
  '/v2025-02-19/data/actions/production',
  '/v2025-02-19/data/export/production',
  '/v2025-02-19/data/listen/production',
  '/v2025-02-19/data/live/events/production',
  '/v2025-02-19/data/history/production/documents/page',
  '/v2025-02-19/assets/images/production',
  '/v2025-02-19/assets/files/production',
  '/v1/users/me',
  '/v1/users/me/keyvalue',
  '/v1/projects/local/datasets',
  '/v1/datasets/production',
  '/v1/socket/production',
  '/images/local/production/a-1x1.png',
  '/files/local/production/a.txt',
]

const methods = [
  ...Array.from({length: 30}, () => 'GET'),
  ...Array.from({length: 20}, () => 'POST'),
  ...['HEAD', 'HEAD', 'HEAD', 'OPTIONS', 'OPTIONS', 'PUT', 'PUT', 'PATCH', 'DELETE', 'DELETE'],
  ...['TRACE', 'CONNECT', 'PROPFIND', 'PURGE', 'get', 'G\u00cbT', 'GET\t', `X${'A'.repeat(5000)}`, ''],
]
const insertions = [
  ...[
    '%00',
    '%ff',
    '%c0%ae',
    '%',
    '%zz',
    '%2e%2e%2f',
    '../',
    '..%5c',
    '..;/',
    '//',
    '\\',
    '\u0000',
    '\u00ff',
    '.',
  ],
  ...[
    '%0d%0aX-Injected:%201',
    "'",
    '"',
    '<script>',
    '{{7*7}}',
    '#{7*7}',
    '*',
    '[[...slug]]',
    '[slug]',
    '$',
    '/$/',
  ],
  ...[
    '%F0%9F%92%A9',
    '.rsc',
    '.json',
    '.html',
    '.meta',
    '/_next/',
    '?',
    '#',
    ';',
    ':',
    '@',
    '~',
    '%252e',
    'a'.repeat(300),
  ],
] as const

const queries = [
  ...[
    '',
    '',
    '',
    '?',
    '?_rsc=1',
    '?query=*',
    '?query=*[',
    '?query=*%5B_id%20in%20path(%22drafts.**%22)%5D',
    '?q=%ff',
  ],
  ...[
    '?query=count(*%5B%5D.a.b.c%5B0...999999%5D)',
    '?__proto__[a]=1',
    '?constructor.prototype=1',
    '?url=http://a/',
  ],
  ...[
    '?sanity-preview-secret=a&sanity-preview-pathname=//evil',
    '?w=99999999&h=99999999',
    '?w=-1',
    '?fm=exe',
    '?rect=1',
  ],
  ...[
    '?perspective=drafts&query=*',
    '?$a=1&query=$a',
    '?lastLiveEventId=%00',
    `?${'a=1&'.repeat(500)}`,
    '?a[]=1&a[b]=2',
  ],
  ...[
    '?near=%00',
    '?place=51.5,-0.1,%ff',
    `?q=${'x'.repeat(5000)}`,
    `?query=${'('.repeat(3000)}`,
    '?tag=%0a',
  ],
] as const

/** A request that no browser sends. */
export function hostileRequest(random: Random): Hostile {
  const door: Door = random(4) === 0 ? 'lake' : 'site'
  const method = methods[random(methods.length)] ?? 'GET'
  const target = targetOf(random, door)
  const version =
    random(30) === 0 ? pick(random, ['HTTP/1.0', 'HTTP/9.9', 'HTTP/2.0', 'junk', '']) : 'HTTP/1.1'
  const body = ['GET', 'HEAD'].includes(method) && random(6) > 0 ? null : pick(random, bodies)(random)
  const line = `${method} ${target} ${version}`
  const head = `${[line, ...headers(random, body)].join('\r\n')}\r\n\r\n`
  return {door, line, bytes: Buffer.concat([Buffer.from(head, 'latin1'), body?.bytes ?? Buffer.alloc(0)])}
}

function targetOf(random: Random, door: Door): string {
  let path: string = pick(random, door === 'site' ? siteBases : lakeBases)
  for (let times = Math.max(0, random(5) - 2); times > 0; times--) {
    const at = random(path.length + 1)
    path = `${path.slice(0, at)}${pick(random, insertions)}${path.slice(at)}`
  }
  const target = `${path}${pick(random, queries)}`
  switch (random(60)) {
    case 0:
      return `http://evil.example${target}`
    case 1:
      return '*'
    case 2:
      return target.replaceAll('/', '/a/'.repeat(200))
    case 3:
      return target.slice(1)
    default:
      return target
  }
}
