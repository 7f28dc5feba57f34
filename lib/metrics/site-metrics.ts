import {routeKinds} from '#lib/route-kind.ts'
import {sharedState} from '#lib/shared-state.ts'
import {addProcessMetrics} from './process-metrics.ts'
import {createRegistry} from './registry.ts'

/** Classes of status codes. */
export const statusClasses = ['1xx', '2xx', '3xx', '4xx', '5xx'] as const
export type StatusClass = (typeof statusClasses)[number]

/** The class of a status code, from 100 to 599. */
export function statusClass(status: number): StatusClass {
  return statusClasses[Math.floor(status / 100) - 1] ?? '5xx'
}

/** Upper ends in seconds, from a page that stands to one that is waited for. */
export const durationBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

/** From an edit that is seen at once to one that the hourly limit has to heal. */
const delayBuckets = [0.1, 0.25, 0.5, 1, 2, 5, 10, 30] as const

function makeSiteMetrics() {
  const registry = createRegistry()
  addProcessMetrics(registry)
  return {
    registry,
    requests: registry.counter({
      name: 'site_http_requests_total',
      help: 'Answers, by kind of address and class of status.',
      labels: {route: routeKinds, status: statusClasses},
    }),
    requestSeconds: registry.histogram({
      name: 'site_http_request_duration_seconds',
      help: 'From a request to the end of its answer, without streams of events.',
      labels: {route: routeKinds},
      buckets: durationBuckets,
    }),
    pageAnswers: registry.counter({
      name: 'site_page_answers_total',
      help: 'Pages, by what the cache held of them: a fresh one, one that is being made again, or none.',
      labels: {cache: ['hit', 'stale', 'miss']},
    }),
    pagesMade: registry.counter({
      name: 'site_pages_made_total',
      help: 'Pages and files that were made anew and kept.',
      labels: {kind: ['page', 'file']},
    }),
    contentQueries: registry.counter({
      name: 'site_content_queries_total',
      help: 'Queries to Content Lake for what is shown, by what came of them.',
      labels: {outcome: ['answered', 'failed']},
    }),
    contentQuerySeconds: registry.histogram({
      name: 'site_content_query_duration_seconds',
      help: 'How long Content Lake took to answer such a query.',
      labels: {},
      buckets: durationBuckets,
    }),
    revalidations: registry.counter({
      name: 'site_revalidations_total',
      help: 'Changes that came from Content Lake, by what came of their pages.',
      labels: {outcome: ['made', 'late', 'failed']},
    }),
    revalidationSeconds: registry.histogram({
      name: 'site_revalidation_delay_seconds',
      help: 'From when the message of a change came to when its pages were fresh.',
      labels: {},
      buckets: delayBuckets,
    }),
    webhookMessages: registry.counter({
      name: 'site_webhook_messages_total',
      help: 'Messages to /api/revalidate: taken, or refused for their signature or their form.',
      labels: {outcome: ['taken', 'refused']},
    }),
    letters: registry.counter({
      name: 'site_letters_total',
      help: 'Letters that were to be sent, by what came of them.',
      labels: {outcome: ['sent', 'failed']},
    }),
  }
}

export type SiteMetrics = ReturnType<typeof makeSiteMetrics>

/** Those of this process. */
export function siteMetrics(): SiteMetrics {
  return sharedState<SiteMetrics>(
    'metrics',
    makeSiteMetrics,
    (value): value is SiteMetrics => typeof value === 'object' && value !== null && 'registry' in value,
  )
}
