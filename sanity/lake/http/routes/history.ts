import {requireUser} from '../../access/permissions.ts'
import type {DatasetRegistry} from '../../datasets.ts'
import {plainError} from '../../errors.ts'
import {documentEvents, documentRevisions, type RevisionChoice, transactionLog} from '../../store/history.ts'
import type {Dataset} from '../../types.ts'
import type {LakeAnswer, LakeRequest} from '../exchange.ts'
import {type Route, route} from '../router.ts'

/** `GET /data/history/…`, for those who sign in: https://www.sanity.io/docs/http-reference/history */
export function historyRoutes(datasets: DatasetRegistry): Route[] {
  const history = (path: string, answer: (dataset: Dataset, request: LakeRequest) => LakeAnswer) =>
    route('GET', `/data/history/:dataset${path}`, (request) => {
      requireUser(request.identity)
      return answer(datasets.require(request.parameter('dataset')).dataset, request)
    })
  return [
    history('/documents/:ids', revisions),
    history('/transactions/:ids', transactions),
    history('/events/documents/:id', (dataset, {parameter, query}) => ({
      json: documentEvents(dataset, parameter('id'), {
        ...limitOf(query),
        nextCursor: query.get('nextCursor') ?? '',
      }),
    })),
  ]
}

function revisions(dataset: Dataset, {parameter, query}: LakeRequest): LakeAnswer {
  return {json: {documents: documentRevisions(dataset, parameter('ids').split(','), revisionChoice(query))}}
}

function revisionChoice(query: URLSearchParams): RevisionChoice {
  const revision = query.get('revision')
  if (revision) return {revision}
  if (query.get('lastRevision') === 'true') return {lastRevision: true}
  const time = query.get('time') ?? new Date().toISOString()
  if (!Number.isNaN(Date.parse(time))) return {time}
  throw plainError(400, 'Bad Request', `"${time}" is not a time: give one such as 2026-01-31T12:00:00Z`)
}

function transactions(dataset: Dataset, {parameter, query}: LakeRequest): LakeAnswer {
  const text = (name: string) => query.get(name) ?? undefined
  const is = (name: string) => query.get(name) === 'true'
  const entries = transactionLog(dataset, parameter('ids').split(','), {
    fromTransaction: text('fromTransaction'),
    toTransaction: text('toTransaction'),
    fromTime: text('fromTime'),
    toTime: text('toTime'),
    authors: text('authors')?.split(',').filter(Boolean),
    reverse: is('reverse'),
    ...limitOf(query),
    excludeMutations: is('excludeMutations'),
    effectFormat: query.get('effectFormat') === 'mendoza' ? 'mendoza' : undefined,
    includeIdentifiedDocumentsOnly: is('includeIdentifiedDocumentsOnly'),
  })
  return {
    headers: {'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store'},
    lines: entries.map((entry) => JSON.stringify(entry)),
  }
}

/** What a request may ask for at once. */
const mostEntries = 1000

function limitOf(query: URLSearchParams): {limit?: number} {
  const limit = Number(query.get('limit') ?? Number.NaN)
  return Number.isInteger(limit) && limit > 0 ? {limit: Math.min(limit, mostEntries)} : {}
}
