import {defer, filter, map, merge, type Observable, scan, share, switchMap} from 'rxjs'
import type {SanityClient} from 'sanity'
import {pictureFileType} from '#lib/attention/pictures.ts'
import {isFields, type PlainDocument} from '#lib/attention/plain-document.ts'

/** All documents of some types by their id, drafts among them. */
export type Documents = ReadonlyMap<string, PlainDocument>

/**
 * The fields that are kept of some types: of a private proof its days, never who spoke or how to reach them; of a
 * picture’s file what it was called.
 */
const keptFields: ReadonlyMap<string, readonly string[]> = new Map([
  ['testimonialProof', ['_updatedAt', 'permissionGivenOn', 'permissionExpiresOn', 'permissionWithdrawnOn']],
  [pictureFileType, ['originalFilename']],
])

const filterOfTypes = '*[_type in $types]'

/** What is known of a picture’s file weighs more than most documents, so its name alone is fetched. */
const everything = `${filterOfTypes}{
  _type == "${pictureFileType}" => {_id, _type, originalFilename},
  _type != "${pictureFileType}" => {...}
}`

/**
 * Everything of the given types, kept up to date from then on: all is fetched once for each connection, and each
 * change is taken from the message that announces it.
 */
export function liveDocuments(client: SanityClient, types: readonly string[]): Observable<Documents> {
  const events = client
    .listen(
      filterOfTypes,
      {types},
      {events: ['welcome', 'mutation'], includeAllVersions: true, visibility: 'query', tag: 'attention'},
    )
    .pipe(share())
  const changes = events.pipe(
    filter((event) => event.type === 'mutation'),
    map(({documentId, result}): Change => ({id: documentId, document: result ?? null})),
  )
  const all = defer(() => client.fetch<unknown>(everything, {types}, {perspective: 'raw', tag: 'attention'}))
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
  return Array.isArray(answer) ? answer.filter(isDocument).map(withKeptFields) : []
}

function isDocument(value: unknown): value is PlainDocument {
  return isFields(value) && typeof value._id === 'string' && typeof value._type === 'string'
}

function withKeptFields(document: PlainDocument): PlainDocument {
  const fields = keptFields.get(document._type)
  if (fields === undefined) return document
  const kept = Object.entries(document).filter(([field]) => fields.includes(field))
  return {...Object.fromEntries(kept), _id: document._id, _type: document._type}
}
