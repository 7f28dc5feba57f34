import type {Dataset, DocumentChange, JsonObject, Transaction} from '../types.ts'
import {draftIdOf, isPublishedId, publishedIdOf, releaseOf, releasePrefix} from './document-group.ts'

/** An event in the life of a document, as `sanity/core/store/events/types` describes it; without the `id` that the Studio adds. */
export type DocumentEvent = JsonObject & {type: string; timestamp: string; author: string; documentId: string}

export type DocumentEventsPage = {
  /** Newest first. */
  events: {[documentId: string]: DocumentEvent[]}
  /** Where the next page begins; empty after the last. */
  nextCursor: string
}

type TimedEvent = {sequence: number; event: DocumentEvent}

const defaultLimit = 100

/**
 * The events of one document of a group, for `GET /data/history/:dataset/events/documents/:id`.
 *
 * They are read off the log: a transaction in which a draft goes while the published document is written was a
 * publication, and so on; so documents that were changed by plain mutations have their events too. A draft's
 * events leave out what happened to the published document alone, since the Studio would ask for revisions that
 * the draft never had.
 */
export function documentEvents(
  dataset: Dataset,
  documentId: string,
  {limit = defaultLimit, nextCursor = ''}: {limit?: number; nextCursor?: string} = {},
): DocumentEventsPage {
  const before = nextCursor === '' ? Infinity : Number(nextCursor)
  const newestFirst = eventsOf(dataset, documentId)
    .reverse()
    .filter(({sequence}) => sequence < before)
  const page = newestFirst.slice(0, limit)
  const last = page.at(-1)
  const more = newestFirst.length > page.length
  return {
    events: {[documentId]: page.map(({event}) => event)},
    nextCursor: more && last ? String(last.sequence) : '',
  }
}

function eventsOf(dataset: Dataset, documentId: string): TimedEvent[] {
  const publishedId = publishedIdOf(documentId)
  const group = [publishedId, draftIdOf(publishedId), documentId]
  const life = new GroupLife(publishedId)
  return dataset.transactionsOf([...new Set(group)]).flatMap((transaction) => {
    const event = life.next(transaction, documentId)
    return event ? [{sequence: transaction.sequence, event}] : []
  })
}

/** Follows a group through its transactions, oldest first: who exists, and who wrote on each version. */
class GroupLife {
  readonly #publishedId: string
  /** Revisions of the documents that exist. */
  readonly #existing = new Map<string, string>()
  readonly #contributors = new Map<string, Set<string>>()

  constructor(publishedId: string) {
    this.#publishedId = publishedId
  }

  /** Takes over one transaction. @returns what it was for this document, if that is more than an edit. */
  next(transaction: Transaction, documentId: string): DocumentEvent | null {
    const changes = transaction.changes.filter(
      (change) => publishedIdOf(change.documentId) === this.#publishedId,
    )
    for (const change of changes) this.#note(change, transaction.author)
    const own = changes.find((change) => change.documentId === documentId)
    if (!own) return null
    const found = isPublishedId(documentId)
      ? this.#publishedEvent(own, changes, transaction)
      : this.#versionEvent(own, changes, transaction)
    if (!found) return null
    const {timestamp, author} = transaction
    return {...found, timestamp, author, documentId: this.#publishedId}
  }

  #note({documentId, before, after}: DocumentChange, author: string): void {
    if (!before) this.#contributors.set(documentId, new Set())
    if (!after) {
      this.#existing.delete(documentId)
      return
    }
    this.#existing.set(documentId, after._rev)
    this.#contributors.get(documentId)?.add(author)
  }

  #publishedEvent({before, after}: DocumentChange, changes: DocumentChange[], transaction: Transaction) {
    const {id} = transaction
    if (after) {
      const source = changes.find((change) => change.before && !change.after)
      if (source) return this.#publication(source, transaction)
      return before
        ? {type: 'updateLiveDocument', revisionId: id}
        : {type: 'createLiveDocument', revisionId: id}
    }
    const draftId = draftIdOf(this.#publishedId)
    const versionRevisionId = this.#existing.get(draftId)
    if (versionRevisionId === undefined) return {type: 'deleteDocumentGroup'}
    return {type: 'unpublishDocument', versionId: draftId, versionRevisionId}
  }

  #versionEvent(
    {documentId, before, after}: DocumentChange,
    changes: DocumentChange[],
    transaction: Transaction,
  ) {
    const {id} = transaction
    const version = {versionId: documentId, ...releaseField(documentId)}
    if (!before) return {type: 'createDocumentVersion', ...version, versionRevisionId: id}
    if (after) return null
    const published = changes.find((change) => change.documentId === this.#publishedId)
    if (published?.after) return this.#publication({documentId, before}, transaction)
    if (this.#existing.size === 0) return {type: 'deleteDocumentGroup'}
    return {type: 'deleteDocumentVersion', ...version, versionRevisionId: before._rev}
  }

  #publication(
    {documentId, before}: Pick<DocumentChange, 'documentId' | 'before'>,
    {id: revisionId, changes}: Transaction,
  ) {
    return {
      type: 'publishDocumentVersion',
      revisionId,
      versionId: documentId,
      ...releaseField(documentId),
      // The last revision of the version: the Studio reads its edits up to here.
      versionRevisionId: before?._rev,
      publishCause: publishCause(documentId, changes),
      contributors: [...(this.#contributors.get(documentId) ?? [])],
    }
  }
}

/** A release that was scheduled until then was published by its time. */
function publishCause(documentId: string, changes: DocumentChange[]): string {
  const releaseId = releaseOf(documentId)
  if (releaseId === undefined) return 'document.publish'
  const release = changes.find((change) => change.documentId === releasePrefix + releaseId)
  return release?.before?.state === 'scheduled' ? 'release.schedule' : 'release.publish'
}

function releaseField(documentId: string): {releaseId?: string} {
  const releaseId = releaseOf(documentId)
  return releaseId === undefined ? {} : {releaseId}
}
