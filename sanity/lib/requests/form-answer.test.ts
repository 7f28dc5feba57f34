import {largestForm} from '#lib/form-post.ts'
import {answerToABeginning, documents, fail, watchServer} from '../../../__tests__/support/watched-server.ts'
import {noteContentFailure} from '../content-failure.ts'
import {answerHeader, answerWith, noteFormRead} from './form-answer.ts'

const watched = watchServer()

describe('a form', () => {
  const path = '/schools/oak/talk'
  const own = 'http://localhost:3000'
  const post = (headers: {[name: string]: string}, body = 'words') =>
    fetch(watched.address + path, {method: 'POST', body, headers})

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
    expect([refused.status, await refused.text()]).toEqual([413, documents.tooLongForm.html])
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'cache-control': 'no-store',
    })
    const book = [`POST ${path} HTTP/1.1`, `Origin: ${own}`, 'Content-Length: 60000000']
    expect(await answerToABeginning(watched.port, book)).toContain(documents.tooLongForm.html)
    const chunked = [`POST ${path} HTTP/1.1`, `Origin: ${own}`, 'Transfer-Encoding: chunked']
    expect(await answerToABeginning(watched.port, chunked)).toMatch(/^HTTP\/1.1 411 /)
  })

  test('that fails before anything has read it was not well formed, and afterwards it is not its fault', async () => {
    watched.answer = (_request, response) => fail(response, (failing) => failing.end('an empty page'))
    const malformed = await post({origin: own})
    expect([malformed.status, await malformed.text()]).toEqual([400, documents.unreadableForm.html])

    watched.answer = (request, response) => {
      noteFormRead(String(request.headers[answerHeader]))
      fail(response, (failing) => failing.end('an empty page'))
    }
    const read = await post({origin: own})
    expect([read.status, await read.text()]).toEqual([500, documents.unavailable.html])
    noteContentFailure()
    expect((await post({origin: own})).status).toBe(503)
  })

  test('that was not well formed is no failure of the site to whoever reads the log', async () => {
    const written = jest.mocked(process.stderr.write)
    written.mockClear()
    watched.answer = (_request, response) => {
      fail(response, (failing) => failing.end('an empty page'))
      // As Next.js does once more when all is sent.
      response.statusCode = 500
    }
    expect((await post({origin: own})).status).toBe(400)
    await new Promise(setImmediate)
    expect(
      written.mock.calls.map(([line]) => String(line)).filter((line) => line.includes('"status":500')),
    ).toEqual([])
  })

  test.each([422, 429, 503])('may be answered with %i', async (status) => {
    watched.answer = (request, response) => {
      answerWith(status, String(request.headers[answerHeader]))
      response.end('with errors')
    }
    const answered = await post({origin: own})
    expect([answered.status, await answered.text()]).toEqual([status, 'with errors'])
  })

  test('of an earlier build is answered in words, but to a script as it is', async () => {
    watched.answer = (_request, response) => {
      response.setHeader('x-nextjs-action-not-found', '1')
      response.setHeader('Content-Type', 'text/plain')
      response.statusCode = 400
      response.end('Server action not found.')
    }
    const answered = await post({origin: own})
    expect([answered.status, await answered.text()]).toEqual([400, documents.outdatedForm.html])
    expect(answered.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const toScript = await post({origin: own, 'next-action': 'of an earlier build'})
    expect(await toScript.text()).toBe('Server action not found.')
  })

  test('that is sent on stays sent on, and a visitor names no answer', async () => {
    const names: unknown[] = []
    watched.answer = (request, response) => {
      names.push(request.headers[answerHeader])
      answerWith(422, 'guessed')
      response.writeHead(303, {Location: `${path}/sent`}).end()
    }
    const sent = await fetch(watched.address + path, {
      method: 'POST',
      body: 'words',
      headers: {origin: own, [answerHeader]: 'guessed'},
      redirect: 'manual',
    })
    expect(sent.status).toBe(303)
    await fetch(watched.address + path, {headers: {[answerHeader]: 'guessed'}, redirect: 'manual'})
    expect(names).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), undefined])
  })
})

test('what programs send is no form, whose answer would be waited for', async () => {
  await fetch(`${watched.address}/lake/v1/ping`, {
    method: 'POST',
    body: 'words',
    headers: {[answerHeader]: 'guessed'},
  })
  expect(watched.received.pop()?.headers[answerHeader]).toBeUndefined()
})
