import type {DatasetRegistry} from '../../datasets.ts'
import {isVisibleTo} from '../../query/visibility.ts'
import type {Dataset, JsonObject, LakeDocument} from '../../types.ts'
import type {LakeAnswer, LakeRequest} from '../exchange.ts'
import {type Route, route} from '../router.ts'

/** `GET /data/doc/:dataset/:ids` and `GET /data/export/:dataset`. */
export function documentRoutes(datasets: DatasetRegistry): Route[] {
  return [
    route('GET', '/data/doc/:dataset/:ids', (request) => {
      return fetchDocuments(datasets.require(request.parameter('dataset')).dataset, request)
    }),
    route('GET', '/data/export/:dataset', (request) => {
      return exportDocuments(datasets.require(request.parameter('dataset')).dataset, request)
    }),
  ]
}

/** Documents by id. The Studio reads from `omitted` why one is not among them. */
function fetchDocuments(dataset: Dataset, {identity, query, parameter}: LakeRequest): LakeAnswer {
  const asked = parameter('ids').split(',')
  const ids = query.get('includeAllVersions') === 'true' ? allVersions(dataset, asked) : asked
  const documents: JsonObject[] = []
  const omitted: JsonObject[] = []
  for (const id of ids) {
    const document = dataset.documents.get(id)
    if (!isVisibleTo(identity, id)) omitted.push({id, reason: 'permission'})
    else if (!document) omitted.push({id, reason: 'existence'})
    else documents.push(query.get('excludeContent') === 'true' ? systemFields(document) : document)
  }
  return {headers: {'cache-control': 'no-store'}, json: {documents, omitted}}
}

function systemFields({_id, _type, _rev, _createdAt, _updatedAt}: LakeDocument): JsonObject {
  return {_id, _type, _rev, _createdAt, _updatedAt}
}

/** The ids of the drafts and versions of the documents, and of the published documents themselves. */
function allVersions(dataset: Dataset, ids: string[]): string[] {
  const published = new Set(ids.map(publishedId))
  return [...dataset.documents.keys()].filter((id) => published.has(publishedId(id)))
}

function publishedId(id: string): string {
  return id.replace(/^(drafts\.|versions\.[^.]+\.)/, '')
}

/** Every document that may be seen, one on a line, as `@sanity/export` reads it. */
function exportDocuments(dataset: Dataset, {identity, query}: LakeRequest): LakeAnswer {
  const types = query.get('types')?.split(',')
  return {
    headers: {'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store'},
    lines: lines([...dataset.documents.values()]),
  }

  function* lines(documents: LakeDocument[]) {
    for (const document of documents) {
      if (!isVisibleTo(identity, document._id)) continue
      if (types && !types.includes(document._type)) continue
      yield JSON.stringify(document)
    }
  }
}
