import {randomBytes} from 'node:crypto'
import type {IncomingMessage, ServerResponse} from 'node:http'
import {draftModeCookie} from '#lib/draft-mode-cookie.ts'
import {env} from '#lib/env.ts'
import {originHeaders, pageHeaders} from '#lib/page-headers.ts'
import type {PageKind} from '#lib/page-policy.ts'
import {isForVisitors, pathOfRequest} from './for-visitors.ts'

/**
 * Says on every page what it may do in the browser. Here, where a request begins, because which page it will be is
 * known, whatever answers it in the end; and Next.js takes the nonce of its scripts from the request.
 */
export function declarePolicy(request: IncomingMessage, response: ServerResponse): void {
  // A visitor's own would choose the nonce.
  delete request.headers['content-security-policy']
  const say = (headers: Record<string, string>) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  }
  say(originHeaders(env()))
  if (!isForVisitors(pathOfRequest(request.url))) return
  const page = kindOfPage(request)
  const headers = pageHeaders(page, env())
  say(headers)
  if (page.kind !== 'static') request.headers['content-security-policy'] = headers['Content-Security-Policy']
}

/** Static unless somebody previews drafts or sends something in. */
function kindOfPage({method, headers}: IncomingMessage): PageKind {
  if (headers.cookie?.includes(`${draftModeCookie}=`)) return {kind: 'draft', nonce: newNonce()}
  return method === 'GET' || method === 'HEAD'
    ? {kind: 'static'}
    : {kind: 'made-at-request', nonce: newNonce()}
}

/** 128 bits, as the specification of Content Security Policy asks at least. */
function newNonce(): string {
  return randomBytes(16).toString('base64')
}
