import {type ServerResponse, request as send} from 'node:http'
import {draftModeCookie} from '#lib/draft-mode-cookie.ts'
import {defences, openingKey} from '#lib/enquiry/defences.ts'
import {knownAddressHeader} from '#lib/known-address-header.ts'
import {makingHeader} from '#lib/making-header.ts'
import {documents, draftKey, fail, watchServer} from '../../../__tests__/support/watched-server.ts'
import {forgetAddresses, placeOf} from '../address-book.ts'
import {noteContentFailure} from '../content-failure.ts'
import {visitorHeader} from './visitor.ts'

const watched = watchServer()

/** Every way in which Next.js sends a page. */
const ways: {[way: string]: (response: ServerResponse) => void} = {
  'at once': (response) => response.end('an empty page'),
  'in parts': (response) => {
    response.write('an ')
    response.write(Buffer.from('empty '))
    response.end('page')
  },
  'after its head': (response) => {
    response.writeHead(500)
    response.end('an empty page')
  },
  'with its head sent ahead': (response) => {
    response.flushHeaders()
    response.end('an empty page', () => {})
  },
}
test.each(Object.keys(ways))('a page that fails, sent %s, is a whole page in words', async (way) => {
  watched.answer = (_request, response) => fail(response, ways[way] ?? (() => {}))
  const failed = await fetch(`${watched.address}/joining`)
  expect(failed.status).toBe(500)
  expect(await failed.text()).toBe(documents.unavailable.html)
  expect(Object.fromEntries(failed.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-length': String(Buffer.byteLength(documents.unavailable.html)),
    'content-security-policy': `${documents.unavailable.policy}; frame-ancestors 'none'`,
    'cache-control': 'no-store',
  })
  for (const name of ['etag', 'content-encoding', 'retry-after']) expect(failed.headers.has(name)).toBe(false)
})

test('a preview that fails may be seen in the frame of the Studio', async () => {
  watched.answer = (_request, response) => fail(response, (failing) => failing.end('an empty page'))
  const failed = await fetch(`${watched.address}/joining`, {
    headers: {cookie: `${draftModeCookie}=${draftKey}`},
  })
  expect(failed.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
})

test('one that fails because content cannot be read is a 503, for whoever asks for its head alone too', async () => {
  watched.answer = (_request, response) => fail(response, (failing) => failing.end('an empty page'))
  noteContentFailure()
  for (const method of ['GET', 'HEAD']) {
    const failed = await fetch(`${watched.address}/joining?from=elsewhere`, {method})
    expect(failed.status).toBe(503)
    expect(failed.headers.get('retry-after')).toBe('30')
    expect(await failed.text()).toBe(method === 'GET' ? documents.unavailable.html : '')
  }
})

test('data of a page that fails has the status alone', async () => {
  watched.answer = (_request, response) => {
    response.statusCode = 500
    response.setHeader('Content-Type', 'text/x-component')
    response.end('data')
  }
  noteContentFailure()
  const failed = await fetch(`${watched.address}/joining`)
  expect([failed.status, await failed.text()]).toEqual([503, 'data'])
})

test.each(['/api/health', '/lake/v1/ping', '/studio/structure', '/_next/static/chunk.js'])(
  'what %s answers stays as it is',
  async (path) => {
    watched.answer = (_request, response) => fail(response, (failing) => failing.end('its own words'))
    noteContentFailure()
    const failed = await fetch(watched.address + path)
    expect([failed.status, await failed.text()]).toEqual([500, 'its own words'])
  },
)

test('every other answer stays as it is', async () => {
  noteContentFailure()
  for (const status of [200, 404]) {
    watched.answer = (_request, response) =>
      response.writeHead(status, {'Content-Type': 'text/html'}).end('words')
    const answered = await fetch(`${watched.address}/joining`)
    expect([answered.status, await answered.text()]).toEqual([status, 'words'])
  }
})

test.each([
  ['/search?q=joining', 'private, no-cache'],
  ['/schools?phase=primary', 'private, no-cache'],
  ['/search', 's-maxage=3600'],
  ['/schools?from=elsewhere', 's-maxage=3600'],
  ['/joining?q=joining', 's-maxage=3600'],
])('a cache that visitors share may keep pages, but not what was made for one: %s', async (path, kept) => {
  watched.answer = (_request, response) => {
    response.setHeader('Cache-Control', 's-maxage=3600')
    response.end('words')
  }
  expect((await fetch(watched.address + path)).headers.get('cache-control')).toBe(kept)
})

test('what is known to be there is marked, and nothing else, whatever a visitor says', async () => {
  await placeOf('/joining')
  const marked = async (path: string) => {
    await fetch(watched.address + path, {headers: {[knownAddressHeader]: 'yes'}})
    return watched.received.pop()?.headers[knownAddressHeader]
  }
  expect(await marked('/joining?from=elsewhere')).toBe('1')
  expect(await marked('/')).toBe('1')
  expect(await marked('/nothing')).toBeUndefined()
  expect(await marked('/lake/v1/ping')).toBeUndefined()
  forgetAddresses()
  expect(await marked('/joining')).toBeUndefined()
})

test.each([
  ['/review/open/abc%', '/review/open/abc%25'],
  ['/joining%2?q=%', '/joining%252?q=%'],
  ['/schools/%ff%20', '/schools/%25ff%2520'],
  ['/schools/%C3%89cole%20', '/schools/%C3%89cole%20'],
])('an address whose percent signs write nothing is one that can be read: %s', async (asked, read) => {
  await fetch(watched.address + asked)
  expect(watched.received.map(({url}) => url)).toEqual([read])
})

test.each([
  ['/review/../joining?q=/../', '/joining?q=/../'],
  ['/review/%2E%2e/joining', '/joining'],
  ['/x/./../review/abc', '/review/abc'],
  ['/../..', '/'],
  ['//host/../review/abc', '//review/abc'],
  ['/schools/..%2fjoining', '/schools/..%2fjoining'],
])('an address that goes up again is the one that Next.js makes of it: %s', async (path, read) => {
  // As no browser sends it, which would have gone up by itself.
  await new Promise((resolve, reject) =>
    send({host: '127.0.0.1', port: watched.port, path}, (response) => response.resume().on('end', resolve))
      .on('error', reject)
      .end(),
  )
  expect(watched.received.map(({url}) => url)).toEqual([read])
})
test('each request says where it came from, whatever a visitor says', async () => {
  const addressSeen = async (headers: {[name: string]: string}) => {
    await fetch(`${watched.address}/joining`, {headers: {...headers, [visitorHeader]: '192.0.2.1'}})
    return watched.received.pop()?.headers[visitorHeader]
  }
  expect(await addressSeen({})).toBe('127.0.0.1')
  expect(await addressSeen({'x-forwarded-for': '192.0.2.1, 198.51.100.7'})).toBe('198.51.100.7')
})

test('a form that is opened is noted, but not when the site makes its page', async () => {
  const path = '/schools/oak/talk'
  const headers = {'x-forwarded-for': '198.51.100.8'}
  await fetch(watched.address + path, {headers: {...headers, [makingHeader]: '1'}})
  await fetch(`${watched.address}/schools/oak`, {headers})
  expect(defences().openings.takeAge(openingKey('198.51.100.8', 'oak'))).toBeNull()
  await fetch(watched.address + path, {headers})
  expect(defences().openings.takeAge(openingKey('198.51.100.8', 'oak'))).toEqual(expect.any(Number))
})

test.each([
  ['/old/', '/old'],
  ['/old/?from=elsewhere', '/old?from=elsewhere'],
  ['/old//', '/old//'],
  ['/joining/', '/joining/'],
  ['/nothing/', '/nothing/'],
  ['/', '/'],
])('%s is asked for as %s: only what has moved loses its slash here', async (asked, handedOn) => {
  await placeOf('/joining')
  await fetch(`${watched.address}${asked}`)
  expect(watched.received.map(({url}) => url)).toEqual([handedOn])
})
