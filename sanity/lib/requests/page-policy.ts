import {randomBytes} from 'node:crypto'
import type {IncomingMessage, ServerResponse} from 'node:http'
import {env} from '#lib/env.ts'
import {answerHeaders, originHeaders, pageHeaders} from '#lib/page-headers.ts'
import type {PageKind} from '#lib/page-policy.ts'
import {isPreview} from './draft-key.ts'
import {isForVisitors, pathOfRequest} from './for-visitors.ts'

/**
 * Says on every page what it may do in the browser. Here, where a request begins, because which page it will be is
 * known, whatever answers it in the end; and Next.js takes the nonce of its scripts from the request.
 * @param draftKey - what the cookie of whoever may preview drafts holds
 */
export function declarePolicy(request: IncomingMessage, response: ServerResponse, draftKey: string): void {
  // A visitor's own would choose the nonce.
  delete request.headers['content-security-policy']
  sayIfNothingElseIsSaid(response)
  const say = (headers: Record<string, string>) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  }
  say(originHeaders(env()))
  if (!isForVisitors(pathOfRequest(request.url))) return
  const page = kindOfPage(request, draftKey)
  const headers = pageHeaders(page, env())
  say(headers)
  if (page.kind !== 'static') request.headers['content-security-policy'] = headers['Content-Security-Policy']
}

/**
 * When the head of the answer is written: the Studio, the lake and the rest of Next.js say some of it for themselves,
 * and Next.js lets nobody say otherwise who comes after the first.
 */
function sayIfNothingElseIsSaid(response: ServerResponse): void {
  const {writeHead} = response
  response.writeHead = (...head: unknown[]) => {
    for (const [name, value] of Object.entries(answerHeaders))
      if (!response.hasHeader(name)) response.setHeader(name, value)
    return Reflect.apply(writeHead, response, head)
  }
}

/** Static unless somebody previews drafts or sends something in. */
function kindOfPage({method, headers}: IncomingMessage, draftKey: string): PageKind {
  if (isPreview(headers, draftKey)) return {kind: 'draft', nonce: newNonce()}
  return method === 'GET' || method === 'HEAD'
    ? {kind: 'static'}
    : {kind: 'made-at-request', nonce: newNonce()}
}

/** 128 bits, as the specification of Content Security Policy asks at least. */
function newNonce(): string {
  return randomBytes(16).toString('base64')
}
