import type {DatasetRegistry} from '../datasets.ts'
import {LakeError} from '../errors.ts'
import {type EventStream, isAtLeast, type LakeRequest} from '../http/exchange.ts'
import {parseQueryParameters} from '../http/query-parameters.ts'
import {type Route, route} from '../http/router.ts'
import {createMatcher} from '../query/matcher.ts'
import {isVisibleTo} from '../query/visibility.ts'
import type {Dataset, JsonObject, Transaction} from '../types.ts'
import {type ListenOptions, mutationEvents, parseListenOptions, type Selects} from './mutation-events.ts'
import {currentPosition, formatPosition, parsePosition, transactionsSince} from './position.ts'

/**
 * `GET /data/listen/:dataset`: tells of each change of the documents that match a query, as it is made.
 * https://www.sanity.io/docs/http-reference/listen
 */
export function listenRoutes(datasets: DatasetRegistry): Route[] {
  return [
    route('GET', '/data/listen/:dataset', (request) => {
      const {dataset} = datasets.require(request.parameter('dataset'))
      return {start: (stream) => startListener(dataset, request, stream)}
    }),
  ]
}

function startListener(dataset: Dataset, request: LakeRequest, stream: EventStream): void {
  const selects = trySelecting(request, stream)
  if (!selects) return
  const options = parseListenOptions(request.query)
  const listener = {listenerName: request.query.get('tag') ?? 'listener'}
  const missed = request.query.get('enableResume') === 'true' ? missedSince(dataset, request) : 'nothing'

  if (missed === 'nothing' || missed === 'unknown') {
    const event = missed === 'unknown' ? 'reset' : 'welcome'
    stream.send({event, data: listener, id: formatPosition(currentPosition(dataset))})
  } else {
    stream.send({event: 'welcomeback', data: listener})
    for (const {transaction, sent} of missed) sendEvents(stream, {transaction, selects, options, after: sent})
  }
  const stop = dataset.subscribe((transaction) => {
    sendEvents(stream, {transaction, selects, options, after: 0})
  })
  stream.onEnd(stop)
}

/** What the listener's query selects. A faulty query is told on the open stream, as hosted Sanity does it. */
function trySelecting(request: LakeRequest, stream: EventStream): Selects | null {
  try {
    return selectionOf(request)
  } catch (error) {
    if (!(error instanceof LakeError)) throw error
    stream.send({event: 'channelError', data: {message: error.message, ...error.body}})
    stream.end()
    return null
  }
}

function selectionOf({query, identity, version}: LakeRequest): Selects {
  const matches = createMatcher(query.get('query') ?? '', parseQueryParameters(query))
  // From this version on drafts and versions are heard only by those who ask for them.
  const publishedOnly = isAtLeast(version, '2025-02-19') && query.get('includeAllVersions') !== 'true'
  return (document) => {
    if (document === null || !isVisibleTo(identity, document._id)) return false
    if (publishedOnly && /^(drafts|versions)\./.test(document._id)) return false
    return matches(document)
  }
}

type Missed = {transaction: Transaction; sent: number}[]

/** What a listener that comes back has missed; `'unknown'` when that can no longer be told. */
function missedSince(dataset: Dataset, {headers}: LakeRequest): Missed | 'nothing' | 'unknown' {
  const lastId = headers['last-event-id']
  if (typeof lastId !== 'string' || lastId === '') return 'nothing'
  const position = parsePosition(lastId)
  const since = position && transactionsSince(dataset, position)
  if (!position || !since) return 'unknown'
  return since.map((transaction) => ({
    transaction,
    sent: transaction.sequence === position.sequence ? position.sent : 0,
  }))
}

type Sending = {transaction: Transaction; selects: Selects; options: ListenOptions; after: number}

function sendEvents(stream: EventStream, {transaction, selects, options, after}: Sending): void {
  const events: JsonObject[] = mutationEvents(transaction, selects, options)
  for (const [index, data] of events.entries()) {
    if (index < after) continue
    const position = {sequence: transaction.sequence, sent: index + 1, transactionId: transaction.id}
    stream.send({event: 'mutation', data, id: formatPosition(position)})
  }
}
