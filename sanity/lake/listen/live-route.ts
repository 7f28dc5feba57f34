import {requireUser} from '../access/permissions.ts'
import type {DatasetRegistry} from '../datasets.ts'
import type {EventStream, LakeRequest} from '../http/exchange.ts'
import {type Route, route} from '../http/router.ts'
import type {QueryEngine} from '../query/engine.ts'
import {isVisibleTo} from '../query/visibility.ts'
import type {Dataset, Identity, Transaction} from '../types.ts'
import {currentPosition, formatPosition, parsePosition, transactionsSince} from './position.ts'

/**
 * `GET /data/live/events/:dataset`: names the sync tags of the queries whose results may have changed.
 * https://www.sanity.io/docs/developer-guides/live-content-guide
 */
export function liveRoutes(datasets: DatasetRegistry): Route[] {
  return [
    route('GET', '/data/live/events/:dataset', (request) => {
      const {dataset, engine} = datasets.require(request.parameter('dataset'))
      const includeDrafts = request.query.get('includeDrafts') === 'true'
      if (includeDrafts) requireUser(request.identity)
      return {start: (stream) => startLiveStream(dataset, {engine, request, includeDrafts}, stream)}
    }),
  ]
}

type LiveOptions = {engine: QueryEngine; request: LakeRequest; includeDrafts: boolean}

function startLiveStream(dataset: Dataset, options: LiveOptions, stream: EventStream): void {
  const {engine, request, includeDrafts} = options
  const reader: Identity = includeDrafts ? request.identity : {kind: 'anonymous'}
  const missed = missedSince(dataset, request.headers['last-event-id'])
  const event = missed === null ? 'restart' : 'welcome'
  stream.send({event, data: {}, id: formatPosition(currentPosition(dataset))})

  const sendTags = (transaction: Transaction) => {
    const changes = transaction.changes.filter(({documentId}) => isVisibleTo(reader, documentId))
    const tags = [...new Set(changes.flatMap((change) => engine.syncTagsOf(change)))]
    if (tags.length === 0) return
    const position = {sequence: transaction.sequence, sent: 0, transactionId: transaction.id}
    stream.send({event: 'message', data: {tags}, id: formatPosition(position)})
  }
  missed?.forEach(sendTags)
  stream.onEnd(dataset.subscribe(sendTags))
}

/** Null when a returning client's place in the log is unknown: it has to fetch everything anew. */
function missedSince(dataset: Dataset, lastId: string | string[] | undefined): Transaction[] | null {
  if (typeof lastId !== 'string' || lastId === '') return []
  const position = parsePosition(lastId)
  if (!position) return null
  const since = transactionsSince(dataset, position)
  return since?.filter(({sequence}) => sequence > position.sequence) ?? null
}
