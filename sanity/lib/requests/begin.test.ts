import {type IncomingMessage, type ServerResponse, request as send} from 'node:http'
import {connect} from 'node:net'
import {draftModeCookie} from '#lib/draft-mode-cookie.ts'
import {defences, openingKey} from '#lib/enquiry/defences.ts'
import {largestForm} from '#lib/form-post.ts'
import {knownAddressHeader} from '#lib/known-address-header.ts'
import {makingHeader} from '#lib/making-header.ts'
import {startAnsweringLake} from '../../../__tests__/support/answering-lake.ts'
import {type LocalServer, startLocalServer} from '../../../__tests__/support/local-server.ts'
import {forgetAddresses, placeOf} from '../address-book.ts'
import {noteContentFailure} from '../content-failure.ts'
import {watchRequests} from './begin.ts'
import {answerHeader, answerWith, noteFormRead} from './form-answer.ts'
import {largestPreviewBytes} from './refuse-writing.ts'
import {visitorHeader} from './visitor.ts'

const unavailable = {html: '<h1>Not just now</h1>', policy: "default-src 'none'"}
const outdatedForm = {html: '<h1>Not sent</h1>', policy: "default-src 'none'"}
const unreadableForm = {html: '<h1>Not read</h1>', policy: "default-src 'none'"}
const tooLongForm = {html: '<h1>Too long</h1>', policy: "default-src 'none'"}

const draftKey = 'the key of this build'

let server: LocalServer
let stopWatching: () => void
let address: string
let lake: Awaited<ReturnType<typeof startAnsweringLake>>
let answer: (request: IncomingMessage, response: ServerResponse) => void
/** What reached the server behind, which stands where Next.js stands. */
let received: IncomingMessage[] = []

beforeAll(async () => {
  // Answers that fail are logged.
  jest.spyOn(process.stderr, 'write').mockReturnValue(true)
  lake = await startAnsweringLake()
  const redirects = [{from: '/old', to: '/joining', permanent: true}]
  lake.answer({
    status: 200,
    body: {result: {page: [{slug: 'joining', title: 'Joining'}], school: [], home: null, redirects}},
  })
  process.env.LAKE_URL = lake.url
  process.env.SANITY_API_READ_TOKEN = 'a token of this test'
  stopWatching = watchRequests({
    documents: {unavailable, outdatedForm, unreadableForm, tooLongForm},
    draftKey,
  })
  server = await startLocalServer((request, response) => {
    received.push(request)
    if (!response.writableEnded) answer(request, response)
  })
  address = server.url
})

beforeEach(() => {
  for (const key of Object.getOwnPropertySymbols(globalThis))
    if (key.description?.startsWith('school-trust-website.')) Reflect.deleteProperty(globalThis, key)
  received = []
  answer = (_request, response) => response.end('words')
})

afterAll(async () => {
  // Node.js is one for all test files of a process.
  stopWatching()
  await server.close()
  await lake.close()
})

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

function fail(response: ServerResponse, send: (response: ServerResponse) => void): void {
  response.statusCode = 500
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Content-Encoding', 'identity')
  response.setHeader('ETag', '"of the empty page"')
  response.setHeader('Cache-Control', 's-maxage=3600')
  send(response)
}

test.each(Object.keys(ways))('a page that fails, sent %s, is a whole page in words', async (way) => {
  answer = (_request, response) => fail(response, ways[way] ?? (() => {}))
  const failed = await fetch(`${address}/joining`)
  expect(failed.status).toBe(500)
  expect(await failed.text()).toBe(unavailable.html)
  expect(Object.fromEntries(failed.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-length': String(Buffer.byteLength(unavailable.html)),
    'content-security-policy': `${unavailable.policy}; frame-ancestors 'none'`,
    'cache-control': 'no-store',
  })
  for (const name of ['etag', 'content-encoding', 'retry-after']) expect(failed.headers.has(name)).toBe(false)
})

test('a preview that fails may be seen in the frame of the Studio', async () => {
  answer = (_request, response) => fail(response, (failing) => failing.end('an empty page'))
  const failed = await fetch(`${address}/joining`, {headers: {cookie: `${draftModeCookie}=${draftKey}`}})
  expect(failed.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
})

test('one that fails because content cannot be read is a 503, for whoever asks for its head alone too', async () => {
  answer = (_request, response) => fail(response, (failing) => failing.end('an empty page'))
  noteContentFailure()
  for (const method of ['GET', 'HEAD']) {
    const failed = await fetch(`${address}/joining?from=elsewhere`, {method})
    expect(failed.status).toBe(503)
    expect(failed.headers.get('retry-after')).toBe('30')
    expect(await failed.text()).toBe(method === 'GET' ? unavailable.html : '')
  }
})

test('data of a page that fails has the status alone', async () => {
  answer = (_request, response) => {
    response.statusCode = 500
    response.setHeader('Content-Type', 'text/x-component')
    response.end('data')
  }
  noteContentFailure()
  const failed = await fetch(`${address}/joining`)
  expect([failed.status, await failed.text()]).toEqual([503, 'data'])
})

test.each(['/api/health', '/lake/v1/ping', '/studio/structure', '/_next/static/chunk.js'])(
  'what %s answers stays as it is',
  async (path) => {
    answer = (_request, response) => fail(response, (failing) => failing.end('its own words'))
    noteContentFailure()
    const failed = await fetch(address + path)
    expect([failed.status, await failed.text()]).toEqual([500, 'its own words'])
  },
)

test('every other answer stays as it is', async () => {
  noteContentFailure()
  for (const status of [200, 404]) {
    answer = (_request, response) => response.writeHead(status, {'Content-Type': 'text/html'}).end('words')
    const answered = await fetch(`${address}/joining`)
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
  answer = (_request, response) => {
    response.setHeader('Cache-Control', 's-maxage=3600')
    response.end('words')
  }
  expect((await fetch(address + path)).headers.get('cache-control')).toBe(kept)
})

test('what is known to be there is marked, and nothing else, whatever a visitor says', async () => {
  await placeOf('/joining')
  const marked = async (path: string) => {
    await fetch(address + path, {headers: {[knownAddressHeader]: 'yes'}})
    return received.pop()?.headers[knownAddressHeader]
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
  await fetch(address + asked)
  expect(received.map(({url}) => url)).toEqual([read])
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
    send({host: '127.0.0.1', port: server.port, path}, (response) => response.resume().on('end', resolve))
      .on('error', reject)
      .end(),
  )
  expect(received.map(({url}) => url)).toEqual([read])
})

/** Sends the head of a request and a first part of its body, and reads the answer while the rest never comes. */
function answerToABeginning(head: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1', () => {
      socket.write(`${[...head, 'Host: localhost', 'Expect: 100-continue'].join('\r\n')}\r\n\r\nThe first`)
    })
    let text = ''
    socket.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
    socket.on('close', () => resolve(text)).on('error', reject)
  })
}

const preview = `Cookie: other=1; ${draftModeCookie}=${draftKey}`

test.each([
  ['a visitor', 405, ['POST / HTTP/1.1', 'Content-Length: 60000000']],
  ['a visitor who does not say how much', 405, ['PUT /joining HTTP/1.1', 'Transfer-Encoding: chunked']],
  ['a preview that deletes', 405, ['DELETE /joining HTTP/1.1', preview, 'Content-Length: 60000000']],
  [
    'who guesses the key of a preview',
    405,
    ['POST /joining HTTP/1.1', `Cookie: ${draftModeCookie}=guessed`, 'Content-Length: 60000000'],
  ],
  ['a stranger to the Studio', 405, ['POST /studio/structure HTTP/1.1', 'Content-Length: 60000000']],
  ['a preview', 413, ['POST /joining HTTP/1.1', preview, 'Content-Length: 60000000']],
  [
    'a preview that does not say how much',
    411,
    ['POST /joining HTTP/1.1', preview, 'Transfer-Encoding: chunked'],
  ],
])('what %s sends to a page is refused with %i before it has come', async (_who, status, head) => {
  expect(await answerToABeginning(head)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  // So that Next.js does not wait for the rest either.
  expect(received.map((request) => request.headers[knownAddressHeader])).toEqual(['1'])
})

test.each(['/_next/anything', '/api/nothing', '/api/health', '/review/a/b', '/review/open/a'])(
  'what is sent to %s, which takes nothing, is refused',
  async (path) => {
    expect((await fetch(address + path, {method: 'POST', body: 'words'})).status).toBe(405)
  },
)

test.each([
  ['TRACE /api/health HTTP/1.1', 405],
  ['GET * HTTP/1.1', 400],
])('%s, of which no request can be made, is refused with %i', async (line, status) => {
  expect(await answerToABeginning([line])).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
})

test.each(['/api/revalidate', '/lake/v1/assets/images/production', '/review/a/answer', '/review/new-link'])(
  'what is sent to %s passes',
  async (path) => {
    const sent = await fetch(address + path, {method: 'POST', body: 'words'})
    expect([sent.status, await sent.text()]).toEqual([200, 'words'])
  },
)

test('the few words of a preview pass', async () => {
  const sent = (bytes: number) =>
    fetch(`${address}/joining`, {
      method: 'POST',
      body: 'x'.repeat(bytes),
      headers: {cookie: `${draftModeCookie}=${draftKey}`},
    })
  expect((await sent(largestPreviewBytes)).status).toBe(200)
  expect((await sent(largestPreviewBytes + 1)).status).toBe(413)
})

describe('a form', () => {
  const path = '/schools/oak/talk'
  const own = 'http://localhost:3000'
  const post = (headers: {[name: string]: string}, body = 'words') =>
    fetch(address + path, {method: 'POST', body, headers})

  test('passes when it was sent from this site', async () => {
    const sent = await post({origin: own, 'sec-fetch-site': 'same-origin'})
    expect([sent.status, await sent.text()]).toEqual([200, 'words'])
  })

  test.each([
    ['another site', {origin: 'https://evil.example'}],
    ['a page of another site', {origin: own, 'sec-fetch-site': 'cross-site'}],
    ['nowhere', {}],
  ])('is refused when it was sent from %s', async (_from, headers) => {
    expect((await post(headers)).status).toBe(403)
  })

  test('is refused when it is too long, or does not say how long it is', async () => {
    const refused = await post({origin: own}, 'x'.repeat(largestForm + 1))
    expect([refused.status, await refused.text()]).toEqual([413, tooLongForm.html])
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'cache-control': 'no-store',
    })
    const book = [`POST ${path} HTTP/1.1`, `Origin: ${own}`, 'Content-Length: 60000000']
    expect(await answerToABeginning(book)).toContain(tooLongForm.html)
    const chunked = [`POST ${path} HTTP/1.1`, `Origin: ${own}`, 'Transfer-Encoding: chunked']
    expect(await answerToABeginning(chunked)).toMatch(/^HTTP\/1.1 411 /)
  })

  test('that fails before anything has read it was not well formed, and afterwards it is not its fault', async () => {
    answer = (_request, response) => fail(response, (failing) => failing.end('an empty page'))
    const malformed = await post({origin: own})
    expect([malformed.status, await malformed.text()]).toEqual([400, unreadableForm.html])

    answer = (request, response) => {
      noteFormRead(String(request.headers[answerHeader]))
      fail(response, (failing) => failing.end('an empty page'))
    }
    const read = await post({origin: own})
    expect([read.status, await read.text()]).toEqual([500, unavailable.html])
    noteContentFailure()
    expect((await post({origin: own})).status).toBe(503)
  })

  test.each([422, 429, 503])('may be answered with %i', async (status) => {
    answer = (request, response) => {
      answerWith(status, String(request.headers[answerHeader]))
      response.end('with errors')
    }
    const answered = await post({origin: own})
    expect([answered.status, await answered.text()]).toEqual([status, 'with errors'])
  })

  test('of an earlier build is answered in words, but to a script as it is', async () => {
    answer = (_request, response) => {
      response.setHeader('x-nextjs-action-not-found', '1')
      response.setHeader('Content-Type', 'text/plain')
      response.statusCode = 400
      response.end('Server action not found.')
    }
    const answered = await post({origin: own})
    expect([answered.status, await answered.text()]).toEqual([400, outdatedForm.html])
    expect(answered.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const toScript = await post({origin: own, 'next-action': 'of an earlier build'})
    expect(await toScript.text()).toBe('Server action not found.')
  })

  test('that is sent on stays sent on, and a visitor names no answer', async () => {
    const names: unknown[] = []
    answer = (request, response) => {
      names.push(request.headers[answerHeader])
      answerWith(422, 'guessed')
      response.writeHead(303, {Location: `${path}/sent`}).end()
    }
    const sent = await fetch(address + path, {
      method: 'POST',
      body: 'words',
      headers: {origin: own, [answerHeader]: 'guessed'},
      redirect: 'manual',
    })
    expect(sent.status).toBe(303)
    await fetch(address + path, {headers: {[answerHeader]: 'guessed'}, redirect: 'manual'})
    expect(names).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), undefined])
  })
})

test('what programs send is no form, whose answer would be waited for', async () => {
  await fetch(`${address}/lake/v1/ping`, {
    method: 'POST',
    body: 'words',
    headers: {[answerHeader]: 'guessed'},
  })
  expect(received.pop()?.headers[answerHeader]).toBeUndefined()
})

test('each request says where it came from, whatever a visitor says', async () => {
  const addressSeen = async (headers: {[name: string]: string}) => {
    await fetch(`${address}/joining`, {headers: {...headers, [visitorHeader]: '192.0.2.1'}})
    return received.pop()?.headers[visitorHeader]
  }
  expect(await addressSeen({})).toBe('127.0.0.1')
  expect(await addressSeen({'x-forwarded-for': '192.0.2.1, 198.51.100.7'})).toBe('198.51.100.7')
})

test('a form that is opened is noted, but not when the site makes its page', async () => {
  const path = '/schools/oak/talk'
  const headers = {'x-forwarded-for': '198.51.100.8'}
  await fetch(address + path, {headers: {...headers, [makingHeader]: '1'}})
  await fetch(`${address}/schools/oak`, {headers})
  expect(defences().openings.takeAge(openingKey('198.51.100.8', 'oak'))).toBeNull()
  await fetch(address + path, {headers})
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
  await fetch(`${address}${asked}`)
  expect(received.map(({url}) => url)).toEqual([handedOn])
})
