import {defer, filter, map, merge, type Observable, scan, share, switchMap} from 'rxjs'
import type {SanityClient} from 'sanity'
import {isFields, type PlainDocument} from '#lib/attention/plain-document.ts'

/** All documents of some types by their id, drafts among them. */
export type Documents = ReadonlyMap<string, PlainDocument>

/** Fields of a private proof that anything here is about: its days, never who spoke or how to reach them. */
const proofFields: readonly string[] = [
  '_id',
  '_type',
  '_updatedAt',
  'permissionGivenOn',
  'permissionExpiresOn',
  'permissionWithdrawnOn',
]

const query = '*[_type in $types]'

/**
 * Everything of the given types, kept up to date from then on: all is fetched once for each connection, and each
 * change is taken from the message that announces it.
 */
export function liveDocuments(client: SanityClient, types: readonly string[]): Observable<Documents> {
  const events = client
    .listen(
      query,
      {types},
      {events: ['welcome', 'mutation'], includeAllVersions: true, visibility: 'query', tag: 'attention'},
    )
    .pipe(share())
  const changes = events.pipe(
    filter((event) => event.type === 'mutation'),
    map(({documentId, result}): Change => ({id: documentId, document: result ?? null})),
  )
  const all = defer(() => client.fetch<unknown>(query, {types}, {perspective: 'raw', tag: 'attention'}))
  return events.pipe(
    filter(({type}) => type === 'welcome'),
    switchMap(() => merge(all.pipe(map(documentsIn)), changes).pipe(scan(next, nothingYet))),
    filter(({documents}) => documents !== null),
    map(({documents}) => documents ?? new Map()),
  )
}

/** A document as it is now; null when it is gone. */
type Change = {id: string; document: unknown}

/** What is known so far. Changes that arrive before everything has been fetched wait for it. */
type Known = {documents: Documents | null; waiting: readonly Change[]}

const nothingYet: Known = {documents: null, waiting: []}

function next({documents, waiting}: Known, news: Change | PlainDocument[]): Known {
  if (Array.isArray(news)) {
    const fetched = new Map(news.map((document) => [document._id, document]))
    return {documents: waiting.reduce(withChange, fetched), waiting: []}
  }
  if (documents === null) return {documents, waiting: [...waiting, news]}
  return {documents: withChange(documents, news), waiting}
}

function withChange(documents: Documents, {id, document}: Change): Documents {
  const changed = new Map(documents)
  const [known] = documentsIn([document])
  if (known) changed.set(id, known)
  else changed.delete(id)
  return changed
}

function documentsIn(answer: unknown): PlainDocument[] {
  return Array.isArray(answer) ? answer.filter(isDocument).map(withoutPrivateWords) : []
}

function isDocument(value: unknown): value is PlainDocument {
  return isFields(value) && typeof value._id === 'string' && typeof value._type === 'string'
}

function withoutPrivateWords(document: PlainDocument): PlainDocument {
  if (document._type !== 'testimonialProof') return document
  const kept = Object.entries(document).filter(([field]) => proofFields.includes(field))
  return {...Object.fromEntries(kept), _id: document._id, _type: document._type}
}
