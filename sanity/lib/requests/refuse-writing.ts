import type {IncomingMessage, ServerResponse} from 'node:http'
import {env} from '#lib/env.ts'
import {formRefusal} from '#lib/form-post.ts'
import {knownAddressHeader} from '#lib/known-address-header.ts'
import {isOwnOrigin} from '#lib/own-origin.ts'
import {schoolWrittenToAt} from '../content/link.ts'
import {isPreview} from './draft-key.ts'
import {isOnlyRead, pathOfRequest} from './for-visitors.ts'

/** What a preview sends to its page is a few words; Next.js itself takes no more for a server action. */
export const largestPreviewBytes = 1024 * 1024

type Refusal = {status: 403 | 405 | 411 | 413; words: string}

/**
 * Refuses what would be sent to a page before any of it is read, or kept for proxy.ts. Pages are only read, but forms
 * are sent to theirs, and a preview sends its page what it should show.
 * @param draftKey - what the cookie of whoever may preview drafts holds
 */
export function refuseWriting(request: IncomingMessage, response: ServerResponse, draftKey: string): void {
  const refusal = refusalOf(request, draftKey)
  if (refusal === null) return
  // Next.js then finds an answer that is finished, and does not read the body for proxy.ts.
  request.headers[knownAddressHeader] = '1'
  // Node.js would still ask for the body, behind the answer.
  delete request.headers.expect
  response.writeHead(refusal.status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    // Whatever else is on its way is not waited for.
    Connection: 'close',
    ...(refusal.status === 405 ? {Allow: 'GET, HEAD'} : {}),
  })
  response.end(refusal.words)
}

function refusalOf({method, url, headers}: IncomingMessage, draftKey: string): Refusal | null {
  if (method === 'GET' || method === 'HEAD' || !isOnlyRead(pathOfRequest(url))) return null
  if (method === 'POST' && schoolWrittenToAt(pathOfRequest(url)) !== null) return refusalOfForm(headers)
  if (method !== 'POST' || !isPreview(headers, draftKey))
    return {status: 405, words: 'This address can only be read.'}
  const length = headers['content-length']
  if (length === undefined) return {status: 411, words: 'The length of what is sent must be stated.'}
  return Number(length) <= largestPreviewBytes
    ? null
    : {status: 413, words: `A preview sends ${largestPreviewBytes} bytes at most.`}
}

function refusalOfForm(headers: IncomingMessage['headers']): Refusal | null {
  const get = (name: string) => headers[name]?.toString() ?? null
  const refusal = formRefusal({get}, (origin) => isOwnOrigin(origin, env()))
  return refusal === null ? null : {status: refusal.status, words: refusal.reason}
}
