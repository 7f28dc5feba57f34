import type {IncomingMessage, ServerResponse} from 'node:http'
import type {FailureDocument, FailureDocuments} from '#components/page/failure-documents.ts'
import {didContentFail} from '../content-failure.ts'
import type {BuiltSite} from './begin.ts'
import {isPreview} from './draft-key.ts'
import {isForVisitors, pathOfRequest} from './for-visitors.ts'
import {isUnreadForm} from './form-answer.ts'
import {noteSentStatus} from './sent-status.ts'

/** When a visitor, a search engine or a monitor should come back, in seconds. */
const retryAfterSeconds = 30

/** What Next.js says of the page that it wanted to send, and of nothing else. */
const ofAnotherPage = ['content-encoding', 'etag', 'last-modified', 'link', 'transfer-encoding']

/** What Next.js says when it knows the form of no build by the name that was sent. */
const unknownForm = 'x-nextjs-action-not-found'

type Failure = {
  status: number
  /** Null for what scripts ask for, who get the status alone. */
  document: FailureDocument | null
}

/**
 * Gives whoever asked for a page that cannot be made a whole page that says so, as a 503 when content could not be
 * read; and whoever sent a form of an earlier build one that says what to do. Next.js knows no other status than 500
 * for the first, its own page is empty until scripts have filled it, and the second is a line for programmers: so the
 * answer is changed where Node.js sends it.
 */
export function answerFailureInWords(
  request: IncomingMessage,
  response: ServerResponse,
  {documents, draftKey}: BuiltSite,
): void {
  if (!isForVisitors(pathOfRequest(request.url))) return
  const [writeHead, write, end] = [response.writeHead, response.write, response.end]
  let replacement: FailureDocument | null = null

  response.writeHead = (status: number, ...more: unknown[]) => {
    const failure = failureOf(status, request, response, documents)
    if (failure === null) return Reflect.apply(writeHead, response, [status, ...more])
    replacement = failure.document
    noteSentStatus(response, failure.status)
    if (failure.status === 503) response.setHeader('Retry-After', retryAfterSeconds)
    response.setHeader('Cache-Control', 'no-store')
    if (replacement !== null) describeAnswer(response, replacement, isPreview(request.headers, draftKey))
    return Reflect.apply(writeHead, response, [failure.status, ...(replacement === null ? more : [])])
  }
  // Node.js would write the head only after it has taken the words that go with it.
  const writeHeadOfFailure = () => {
    if (response.headersSent) return
    const {statusCode} = response
    if (failureOf(statusCode, request, response, documents) !== null) response.writeHead(statusCode)
  }
  response.write = (...parts: unknown[]) => {
    writeHeadOfFailure()
    if (replacement === null) return Reflect.apply(write, response, parts)
    callbackOf(parts)?.()
    return true
  }
  response.end = (...parts: unknown[]) => {
    writeHeadOfFailure()
    return Reflect.apply(end, response, replacement === null ? parts : [replacement.html, callbackOf(parts)])
  }
}

function failureOf(
  status: number,
  request: IncomingMessage,
  response: ServerResponse,
  {unavailable, outdatedForm, unreadableForm}: FailureDocuments,
): Failure | null {
  if (status === 500) {
    const shown = (document: FailureDocument) => (isPage(response) ? document : null)
    if (didContentFail()) return {status: 503, document: shown(unavailable)}
    return isUnreadForm(request)
      ? {status: 400, document: shown(unreadableForm)}
      : {status: 500, document: shown(unavailable)}
  }
  const isSentByScript = 'next-action' in request.headers
  return response.hasHeader(unknownForm) && !isSentByScript ? {status, document: outdatedForm} : null
}

/** A preview is looked at in the Studio's frame. */
function describeAnswer(response: ServerResponse, {html, policy}: FailureDocument, inFrame: boolean): void {
  for (const name of ofAnotherPage) response.removeHeader(name)
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Content-Length', Buffer.byteLength(html))
  response.setHeader('Content-Security-Policy', `${policy}; frame-ancestors '${inFrame ? 'self' : 'none'}'`)
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
