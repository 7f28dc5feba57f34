import type {IncomingMessage, ServerResponse} from 'node:http'
import {env} from '#lib/env.ts'
import {formRefusal} from '#lib/form-post.ts'
import {knownAddressHeader} from '#lib/known-address-header.ts'
import {isOwnOrigin} from '#lib/own-origin.ts'
import {schoolWrittenToAt} from '#lib/site-addresses.ts'
import type {BuiltSite} from './begin.ts'
import {isPreview} from './draft-key.ts'
import {isOnlyRead, mayTake, pathOfRequest} from './for-visitors.ts'

/** What a preview sends to its page is a few words; Next.js itself takes no more for a server action. */
export const largestPreviewBytes = 1024 * 1024

const onlyRead: Refusal = {status: 405, words: 'This address can only be read.'}

/** So much of a form that is too long is read, in bytes, and thrown away. */
const mostThrownAway = 8 * 1024 * 1024

type Refusal = {status: 403 | 405 | 411 | 413; words: string; ofForm?: boolean}

/**
 * Refuses what would be sent to a page before any of it is read, or kept for proxy.ts. Pages are only read, but forms
 * are sent to theirs, and a preview sends its page what it should show.
 */
export function refuseWriting(
  request: IncomingMessage,
  response: ServerResponse,
  {documents, draftKey}: BuiltSite,
): void {
  const refusal = refusalOf(request, draftKey)
  if (refusal === null) return
  // Next.js then finds an answer that is finished, and does not read the body for proxy.ts.
  request.headers[knownAddressHeader] = '1'
  // Node.js would still ask for the body, behind the answer.
  delete request.headers.expect
  const document = refusal.ofForm && refusal.status === 413 ? documents.tooLongForm : null
  response.writeHead(refusal.status, {
    'Content-Type': `text/${document === null ? 'plain' : 'html'}; charset=utf-8`,
    ...(document === null ? {} : {'Content-Security-Policy': `${document.policy}; frame-ancestors 'none'`}),
    'Cache-Control': 'no-store',
    // A browser reads no answer before it has sent everything. What is more than anybody pastes is not waited for.
    ...(document !== null && lengthOf(request) <= mostThrownAway ? {} : {Connection: 'close'}),
    ...(refusal.status === 405 ? {Allow: 'GET, HEAD'} : {}),
  })
  response.end(document?.html ?? refusal.words)
}

function lengthOf({headers}: IncomingMessage): number {
  return Number(headers['content-length'] ?? Number.POSITIVE_INFINITY)
}

function refusalOf({method, url, headers}: IncomingMessage, draftKey: string): Refusal | null {
  if (method === 'GET' || method === 'HEAD') return null
  const path = pathOfRequest(url)
  if (!isOnlyRead(path)) return method === 'OPTIONS' || mayTake(path) ? null : onlyRead
  if (method === 'POST' && schoolWrittenToAt(path) !== null) return refusalOfForm(headers)
  if (method !== 'POST' || !isPreview(headers, draftKey)) return onlyRead
  const length = headers['content-length']
  if (length === undefined) return {status: 411, words: 'The length of what is sent must be stated.'}
  return Number(length) <= largestPreviewBytes
    ? null
    : {status: 413, words: `A preview sends ${largestPreviewBytes} bytes at most.`}
}

function refusalOfForm(headers: IncomingMessage['headers']): Refusal | null {
  const get = (name: string) => headers[name]?.toString() ?? null
  const refusal = formRefusal({get}, (origin) => isOwnOrigin(origin, env()))
  return refusal === null ? null : {status: refusal.status, words: refusal.reason, ofForm: true}
}
