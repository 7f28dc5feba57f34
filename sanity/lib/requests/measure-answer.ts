import type {IncomingMessage, ServerResponse} from 'node:http'
import {log} from '#lib/log/log.ts'
import {siteMetrics, statusClass} from '#lib/metrics/site-metrics.ts'
import {requestId, withRequest} from '#lib/request-context.ts'
import {type RouteKind, routeKind} from '#lib/route-kind.ts'
import {pathOfRequest} from './for-visitors.ts'
import {sentStatus} from './sent-status.ts'

/** What Next.js says of a page in its cache. */
const cacheStates = {HIT: 'hit', STALE: 'stale', MISS: 'miss'} as const

/** Counts an answer when it has ended, and notes it in the log: its kind alone, for an address may tell who asks what. */
export function measureAnswer({method, url}: IncomingMessage, response: ServerResponse): void {
  const began = performance.now()
  const route = routeKind(pathOfRequest(url))
  const id = requestId()
  // Next.js has as many of its own as Node.js takes for no leak.
  response.setMaxListeners(response.getMaxListeners() + 1)
  response.once('close', () => {
    const milliseconds = performance.now() - began
    countAnswer(route, response, milliseconds)
    const status = sentStatus(response)
    const fields = {route, method: knownMethod(method), status, milliseconds: Math.round(milliseconds)}
    const note = () =>
      status >= 500 && status !== 503
        ? log.error('request', 'An answer failed.', fields)
        : log.debug('request', 'Answered.', fields)
    // What closes a connection does so in nobody's name.
    if (id === null) note()
    else withRequest(id, note)
  })
}

function countAnswer(route: RouteKind, response: ServerResponse, milliseconds: number): void {
  const metrics = siteMetrics()
  metrics.requests.count({route, status: statusClass(sentStatus(response))})
  const isStream = String(response.getHeader('content-type')).startsWith('text/event-stream')
  if (!isStream) metrics.requestSeconds.observe({route}, milliseconds / 1000)
  const cache = String(response.getHeader('x-nextjs-cache') ?? '')
  if (cache === 'HIT' || cache === 'STALE' || cache === 'MISS')
    metrics.pageAnswers.count({cache: cacheStates[cache]})
}

/** Anything may stand there. */
function knownMethod(method: string | undefined): string {
  return (
    ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'].find((known) => known === method) ?? 'other'
  )
}
