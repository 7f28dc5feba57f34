import {draftModeCookie} from '#lib/draft-mode-cookie.ts'
import {knownAddressHeader} from '#lib/known-address-header.ts'
import {answerToABeginning, draftKey, watchServer} from '../../../__tests__/support/watched-server.ts'
import {largestPreviewBytes} from './refuse-writing.ts'

const watched = watchServer()

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
  expect(await answerToABeginning(watched.port, head)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  // So that Next.js does not wait for the rest either.
  expect(watched.received.map((request) => request.headers[knownAddressHeader])).toEqual(['1'])
})

test.each(['/_next/anything', '/api/nothing', '/api/health', '/review/a/b', '/review/open/a'])(
  'what is sent to %s, which takes nothing, is refused',
  async (path) => {
    expect((await fetch(watched.address + path, {method: 'POST', body: 'words'})).status).toBe(405)
  },
)

test.each([
  ['TRACE /api/health HTTP/1.1', 405],
  ['GET * HTTP/1.1', 400],
])('%s, of which no request can be made, is refused with %i', async (line, status) => {
  expect(await answerToABeginning(watched.port, [line])).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
})

test.each(['/api/revalidate', '/lake/v1/assets/images/production', '/review/a/answer', '/review/new-link'])(
  'what is sent to %s passes',
  async (path) => {
    const sent = await fetch(watched.address + path, {method: 'POST', body: 'words'})
    expect([sent.status, await sent.text()]).toEqual([200, 'words'])
  },
)

test('the few words of a preview pass', async () => {
  const sent = (bytes: number) =>
    fetch(`${watched.address}/joining`, {
      method: 'POST',
      body: 'x'.repeat(bytes),
      headers: {cookie: `${draftModeCookie}=${draftKey}`},
    })
  expect((await sent(largestPreviewBytes)).status).toBe(200)
  expect((await sent(largestPreviewBytes + 1)).status).toBe(413)
})
