import {randomBytes} from 'node:crypto'
import type {IncomingMessage, Server, ServerResponse} from 'node:http'
import {bearerToken, type Identities} from '../access/identities.ts'
import {corsHeaders, type OriginPolicy, preflightHeaders} from '../access/origins.ts'
import {LakeError, plainError} from '../errors.ts'
import {readBytes, readJson} from './body.ts'
import type {LakeAnswer, LakeRequest} from './exchange.ts'
import {findRoute, type Route} from './router.ts'
import {sendAnswer} from './send.ts'

export type HttpOptions = {
  /** Addresses that start with a version: `/v2025-02-19/…`. */
  versioned: readonly Route[]
  /** All others, such as `/images/…` and `/health`. */
  unversioned: readonly Route[]
  identities: Identities
  origins: OriginPolicy
  /** Told about each request that no route knows. */
  onUnknown: (method: string, path: string) => void
  /** Takes one line about each answer that is the lake's own fault; never content, never a token. */
  log: (line: string) => void
}

/** Lets a server answer every request, whatever a handler throws. */
export function serveHttp(server: Server, options: HttpOptions): void {
  server.on('request', (message, response) => {
    const requestId = randomBytes(8).toString('hex')
    response.setHeader('x-request-id', requestId)
    answerRequest(options, message, response).catch((error: unknown) => {
      answerError(options, {message, response, requestId}, error)
    })
  })
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n')
  })
}

async function answerRequest(
  options: HttpOptions,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const {origin} = message.headers
  for (const [name, value] of Object.entries(corsHeaders(options.origins, origin))) {
    response.setHeader(name, value)
  }
  response.setHeader('x-content-type-options', 'nosniff')
  // Data is no page, though it has the origin of one; assets say what they are themselves.
  response.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
  response.setHeader('x-sanity-shard', 'local')
  const target = parseTarget(message.url ?? '')
  options.origins.check(message.headers, {isSignIn: target.path.startsWith('/auth/login/')})
  const answer =
    message.method === 'OPTIONS'
      ? {
          status: 204,
          headers: preflightHeaders(message.headers['access-control-request-headers']),
          body: null,
        }
      : await routeRequest(options, message, target)
  await sendAnswer(response, answer, {
    isHead: message.method === 'HEAD',
    acceptsGzip: /\bgzip\b/.test(String(message.headers['accept-encoding'] ?? '')),
  })
}

/** The address of a request: its version, if it has one, the path after it, and its query string. */
export type Target = {version: string | null; path: string; query: URLSearchParams}

/** @throws LakeError 400 for a target that is no path. */
export function parseTarget(url: string): Target {
  if (!url.startsWith('/')) throw plainError(400, 'Bad Request', 'The address has to be a path')
  const [path = '', query = ''] = splitOnce(url, '?')
  const versioned = /^\/v(1|X|\d{4}-\d{2}-\d{2})(\/.*)$/.exec(path)
  return {
    version: versioned?.[1] ?? null,
    path: versioned?.[2] ?? path,
    query: new URLSearchParams(query),
  }
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)]
}

async function routeRequest(
  options: HttpOptions,
  message: IncomingMessage,
  target: Target,
): Promise<LakeAnswer> {
  const token = bearerToken(message.headers.authorization)
  return dispatch(options, target, {
    method: message.method ?? 'GET',
    headers: message.headers,
    token,
    readJson: () => readJson(message),
    readBytes: (limit) => readBytes(message, limit),
  })
}

/** Finds the route of a request and asks it. The shared WebSocket comes in here too. */
export async function dispatch(
  options: HttpOptions,
  target: Target,
  asked: Pick<LakeRequest, 'method' | 'headers' | 'token' | 'readJson' | 'readBytes'>,
): Promise<LakeAnswer> {
  const identity = options.identities.identify(asked.token)
  const routes = target.version === null ? options.unversioned : options.versioned
  const method = asked.method === 'HEAD' ? 'GET' : asked.method
  const found = findRoute(routes, method, target.path)
  if (found === null) {
    options.onUnknown(asked.method, target.path)
    throw plainError(404, 'Not Found', 'The requested resource could not be found')
  }
  if (found === 'method') {
    throw plainError(405, 'Method Not Allowed', `${asked.method} is not possible at this address`)
  }
  const {handler, parameters} = found
  return handler({
    ...asked,
    version: target.version ?? '1',
    query: target.query,
    identity,
    parameter(name) {
      const value = parameters.get(name)
      if (value === undefined) throw new Error(`The route has no :${name}`)
      return value
    },
  })
}

type Failed = {message: IncomingMessage; response: ServerResponse; requestId: string}

function answerError(options: HttpOptions, failed: Failed, error: unknown): void {
  const {message, response, requestId} = failed
  // The client went away while its request was read or answered: there is nobody to tell.
  if (message.destroyed && !message.complete) return
  const {status, body} = error instanceof LakeError ? error : internalError
  if (status >= 500)
    options.log(`${status} ${message.method} ${pathOf(message)} (request ${requestId}): ${placeOf(error)}`)
  if (response.headersSent) {
    response.destroy()
    return
  }
  // The rest of an oversized body is not read, so the connection cannot be used again.
  if (!message.complete) response.setHeader('connection', 'close')
  sendAnswer(response, {status, json: body}, {isHead: message.method === 'HEAD', acceptsGzip: false}).catch(
    () => {
      response.destroy()
    },
  )
}

const internalError = plainError(500, 'Internal Server Error', 'An internal server error occurred')

/** The address without its query string, where a query's parameters may hold content. */
function pathOf(message: IncomingMessage): string {
  return (message.url ?? '').split('?', 1)[0] ?? ''
}

/** The kind of an error and where it was thrown. Its message may quote content. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error'
  const frame = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '))
  return `${error.name} ${frame?.trim() ?? ''}`.trim()
}
