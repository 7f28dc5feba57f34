import type {IncomingMessage, ServerResponse} from 'node:http'
import {didContentFail} from '../content-failure.ts'
import {isForVisitors, pathOfRequest} from './for-visitors.ts'

/** When a visitor, a search engine or a monitor should come back, in seconds. */
const retryAfterSeconds = 30

/** What Next.js says of the page that it wanted to send, and of nothing else. */
const ofAnotherPage = ['content-encoding', 'etag', 'last-modified', 'link', 'transfer-encoding']

/**
 * Gives whoever asked for a page that cannot be made a whole page that says so, as a 503 when content could not be
 * read. Next.js knows no other status than 500 there, and its own page is empty until scripts have filled it, so the
 * answer is changed where Node.js sends it.
 */
export function answerFailureInWords(
  request: IncomingMessage,
  response: ServerResponse,
  {html, policy}: {html: string; policy: string},
): void {
  if (!isForVisitors(pathOfRequest(request.url))) return
  const [writeHead, write, end] = [response.writeHead, response.write, response.end]
  let isReplaced = false

  response.writeHead = (status: number, ...more: unknown[]) => {
    if (status !== 500) return Reflect.apply(writeHead, response, [status, ...more])
    const isAboutContent = didContentFail()
    if (isAboutContent) response.setHeader('Retry-After', retryAfterSeconds)
    response.setHeader('Cache-Control', 'no-store')
    isReplaced = isPage(response)
    if (isReplaced) {
      for (const name of ofAnotherPage) response.removeHeader(name)
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
      response.setHeader('Content-Length', Buffer.byteLength(html))
      response.setHeader('Content-Security-Policy', policy)
    }
    return Reflect.apply(writeHead, response, [isAboutContent ? 503 : 500, ...(isReplaced ? [] : more)])
  }
  // Node.js would write the head only after it has taken the words that go with it.
  const writeHeadOfFailure = () => {
    if (!response.headersSent && response.statusCode === 500) response.writeHead(500)
  }
  response.write = (...parts: unknown[]) => {
    writeHeadOfFailure()
    if (!isReplaced) return Reflect.apply(write, response, parts)
    callbackOf(parts)?.()
    return true
  }
  response.end = (...parts: unknown[]) => {
    writeHeadOfFailure()
    return Reflect.apply(end, response, isReplaced ? [html, callbackOf(parts)] : parts)
  }
}

/** A page, or what Next.js says in a word when it fails altogether; not the data of one, which scripts ask for. */
function isPage(response: ServerResponse): boolean {
  const type = response.getHeader('content-type')
  return type === undefined || String(type).startsWith('text/html')
}

function callbackOf(parts: unknown[]): (() => void) | undefined {
  const last = parts.at(-1)
  return typeof last === 'function' ? () => void Reflect.apply(last, undefined, []) : undefined
}
