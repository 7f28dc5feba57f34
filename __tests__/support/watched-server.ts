import type {IncomingMessage, ServerResponse} from 'node:http'
import {connect} from 'node:net'
import {watchRequests} from '../../sanity/lib/requests/begin.ts'
import {startAnsweringLake} from './answering-lake.ts'
import {startLocalServer} from './local-server.ts'

/** What visitors read in the place of an answer that fails. */
export const documents = {
  unavailable: {html: '<h1>Not just now</h1>', policy: "default-src 'none'"},
  outdatedForm: {html: '<h1>Not sent</h1>', policy: "default-src 'none'"},
  unreadableForm: {html: '<h1>Not read</h1>', policy: "default-src 'none'"},
  tooLongForm: {html: '<h1>Too long</h1>', policy: "default-src 'none'"},
}

/** Of the cookie that opens drafts. */
export const draftKey = 'the key of this build'

type Watched = {
  /** Without a slash at its end. */
  address: string
  port: number
  /** What the server behind says, which stands where Next.js stands. */
  answer: (request: IncomingMessage, response: ServerResponse) => void
  /** What reached it. */
  received: IncomingMessage[]
}

/**
 * A server whose requests are watched as those of the site are, for all tests of a file. The lake behind it knows one
 * page, `/joining`, and one redirect, from `/old`.
 */
export function watchServer(): Watched {
  const words: Watched['answer'] = (_request, response) => response.end('words')
  const watched: Watched = {address: '', port: 0, answer: words, received: []}
  let close: () => Promise<void>

  beforeAll(async () => {
    // Answers that fail are logged.
    jest.spyOn(process.stderr, 'write').mockReturnValue(true)
    const lake = await startAnsweringLake()
    const redirects = [{from: '/old', to: '/joining', permanent: true}]
    lake.answer({
      status: 200,
      body: {result: {page: [{slug: 'joining', title: 'Joining'}], school: [], home: null, redirects}},
    })
    process.env.LAKE_URL = lake.url
    process.env.SANITY_API_READ_TOKEN = 'a token of this test'
    const stopWatching = watchRequests({documents, draftKey})
    const server = await startLocalServer((request, response) => {
      watched.received.push(request)
      if (!response.writableEnded) watched.answer(request, response)
    })
    watched.address = server.url
    watched.port = server.port
    close = async () => {
      // Node.js is one for all test files of a process.
      stopWatching()
      await server.close()
      await lake.close()
    }
  })

  beforeEach(() => {
    for (const key of Object.getOwnPropertySymbols(globalThis))
      if (key.description?.startsWith('school-trust-website.')) Reflect.deleteProperty(globalThis, key)
    watched.received = []
    watched.answer = words
  })

  afterAll(() => close())
  return watched
}

/** Fails as Next.js does when it cannot make a page. */
export function fail(response: ServerResponse, send: (response: ServerResponse) => void): void {
  response.statusCode = 500
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Content-Encoding', 'identity')
  response.setHeader('ETag', '"of the empty page"')
  response.setHeader('Cache-Control', 's-maxage=3600')
  send(response)
}

/** Sends the head of a request and a first part of its body, and reads the answer while the rest never comes. */
export function answerToABeginning(port: number, head: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`${[...head, 'Host: localhost', 'Expect: 100-continue'].join('\r\n')}\r\n\r\nThe first`)
    })
    let text = ''
    socket.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
    socket.on('close', () => resolve(text)).on('error', reject)
  })
}
