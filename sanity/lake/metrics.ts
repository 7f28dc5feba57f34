import {addProcessMetrics} from '#lib/metrics/process-metrics.ts'
import {createRegistry, metricsContentType} from '#lib/metrics/registry.ts'
import {durationBuckets, statusClasses} from '#lib/metrics/site-metrics.ts'
import type {DatasetRegistry} from './datasets.ts'
import {plainError} from './errors.ts'
import {lakeRouteKinds} from './http/route-kind.ts'
import {type Route, route} from './http/router.ts'
import type {Dataset} from './types.ts'

/** Put before every name, so that the metrics of the lake and of the site can stand on one page. */
const prefix = 'lake_'

/** What a lake counts; one for each lake, of which a process of tests has several. */
export function createLakeMetrics() {
  const registry = createRegistry(prefix)
  let openStreams = 0
  addProcessMetrics(registry)
  registry.measured({
    name: 'event_streams',
    help: 'Streams of events that are open: listeners of the Studio, and previews.',
    type: 'gauge',
    read: () => [{labels: {}, value: openStreams}],
  })
  const transactions = registry.counter({
    name: 'transactions_total',
    help: 'Transactions that were committed.',
    labels: {},
  })
  const changes = registry.counter({
    name: 'document_changes_total',
    help: 'Documents that were created, changed or deleted.',
    labels: {operation: ['create', 'update', 'delete']},
  })
  return {
    registry,
    requests: registry.counter({
      name: 'http_requests_total',
      help: 'Answers, by kind of address and class of status.',
      labels: {route: lakeRouteKinds, status: statusClasses},
    }),
    requestSeconds: registry.histogram({
      name: 'http_request_duration_seconds',
      help: 'From a request to the end of its answer, without streams of events.',
      labels: {route: lakeRouteKinds},
      buckets: durationBuckets,
    }),
    /** Counts a stream as open. @returns to be called once, when it has ended */
    beginStream(): () => void {
      openStreams += 1
      return () => {
        openStreams -= 1
      }
    },
    /** Counts what is committed to a dataset. @returns ends it */
    follow: (dataset: Dataset) =>
      dataset.subscribe((transaction) => {
        transactions.count({})
        for (const {before, after} of transaction.changes)
          changes.count({operation: before === null ? 'create' : after === null ? 'delete' : 'update'})
      }),
  }
}

export type LakeMetrics = ReturnType<typeof createLakeMetrics>

/** `GET /metrics`, for whoever has one of the lake's own tokens or is signed in: the site asks with its own. */
export function metricsRoute({registry}: LakeMetrics, datasets: DatasetRegistry, owed: () => number): Route {
  const gauge = (name: string, help: string, read: () => number) =>
    registry.measured({name, help, type: 'gauge', read: () => [{labels: {}, value: read()}]})
  gauge('documents', 'Documents in all datasets, drafts among them.', () => documentsIn(datasets))
  gauge('webhook_messages_waiting', 'Transactions and messages that webhooks are still to be told of.', owed)
  return route('GET', '/metrics', ({identity}) => {
    if (identity.kind === 'anonymous') throw plainError(401, 'Unauthorized', 'Send a token of this lake')
    return {
      headers: {'content-type': metricsContentType, 'cache-control': 'no-store'},
      body: registry.text(),
    }
  })
}

/** The documents of all datasets together. */
export function documentsIn(datasets: DatasetRegistry): number {
  return datasets.names().reduce((sum, name) => sum + datasets.require(name).dataset.documents.size, 0)
}
