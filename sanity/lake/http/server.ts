import {randomUUID} from 'node:crypto'
import type {IncomingMessage, Server, ServerResponse} from 'node:http'
import {log} from '#lib/log/log.ts'
import {statusClass} from '#lib/metrics/site-metrics.ts'
import {acceptableRequestId, requestIdHeader, withRequest} from '#lib/request-context.ts'
import {bearerToken, type Identities} from '../access/identities.ts'
import {corsHeaders, type OriginPolicy, preflightHeaders} from '../access/origins.ts'
import {LakeError, plainError} from '../errors.ts'
import type {LakeMetrics} from '../metrics.ts'
import {isDiskFull} from '../store/storage-error.ts'
import {readBytes, readJson} from './body.ts'
import type {LakeAnswer, LakeRequest} from './exchange.ts'
import {lakeRouteKind} from './route-kind.ts'
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
  metrics: LakeMetrics
  /** Takes one line about each answer that is the lake's own fault; never content, never a token. */
  log: (line: string) => void
}

/** Lets a server answer every request, whatever a handler throws. */
export function serveHttp(server: Server, options: HttpOptions): void {
  server.on('request', (message, response) => {
    // The site passes on the id of the request that it asks for.
    const id = acceptableRequestId(message.headers[requestIdHeader]) ?? randomUUID()
    response.setHeader(requestIdHeader, id)
    withRequest(id, () => {
      measureAnswer(options.metrics, message, response, id)
      answerRequest(options, message, response).catch(async (error: unknown) => {
        await dropBody(message)
        answerError(options, {message, response}, error)
      })
    })
  })
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n')
  })
}

/** Counts an answer when it has ended, and notes it in the log, without what was asked. */
function measureAnswer(
  {requests, requestSeconds}: LakeMetrics,
  message: IncomingMessage,
  response: ServerResponse,
  id: string,
): void {
  const began = performance.now()
  response.once('close', () => {
    const milliseconds = performance.now() - began
    const {statusCode: status} = response
    const route = lakeRouteKind(pathOf(message).replace(/^\/v[^/]+(?=\/)/, ''))
    requests.count({route, status: statusClass(status)})
    if (!String(response.getHeader('content-type')).startsWith('text/event-stream'))
      requestSeconds.observe({route}, milliseconds / 1000)
    const fields = {route, status, milliseconds: Math.round(milliseconds)}
    withRequest(id, () => log.debug('lake', 'Answered.', fields))
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
  await dropBody(message)
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
  const answer = await handler({
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
  return 'start' in answer ? counted(answer, options.metrics) : answer
}

function counted({start}: Extract<LakeAnswer, {start: unknown}>, {beginStream}: LakeMetrics): LakeAnswer {
  return {
    start(stream) {
      stream.onEnd(beginStream())
      start(stream)
    },
  }
}

/** What is left of a body is read and thrown away when it is no longer than this, in bytes, and comes within this time. */
const mostDropped = 1024 * 1024
const dropPatienceMs = 1_000

/** Whoever still sends when the connection is closed never reads the answer, and the site then answers 500 for the lake. */
async function dropBody(message: IncomingMessage): Promise<void> {
  const length = Number(message.headers['content-length'] ?? 0)
  if (message.complete || message.destroyed || !(length > 0 && length <= mostDropped)) return
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, dropPatienceMs)
    const done = () => {
      clearTimeout(timer)
      resolve()
    }
    message.once('end', done).once('close', done).once('error', done).resume()
  })
}

type Failed = {message: IncomingMessage; response: ServerResponse}

function answerError(options: HttpOptions, failed: Failed, error: unknown): void {
  const {message, response} = failed
  // The client went away while its request was read or answered: there is nobody to tell.
  if (message.destroyed && !message.complete) return
  const {status, body} = error instanceof LakeError ? error : isDiskFull(error) ? diskFull : internalError
  if (status >= 500) options.log(`${status} ${message.method} ${pathOf(message)}: ${placeOf(error)}`)
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

/** Hosted Sanity has no disk that staff know of. The words are what the Studio shows. */
const diskFull = plainError(
  507,
  'Insufficient Storage',
  'The disk is full: the change was not stored. Free some space on the machine of the site, and try again.',
)

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
