import type {Dataset, LakeDocument, Mutation, Transaction} from '../types.ts'
import {type MendozaEffect, mendozaEffect} from './mendoza.ts'

export {documentEvents} from './document-events.ts'

/** Which state of a document is asked for: as of a transaction, as of a date, or the last one before its deletion. */
export type RevisionChoice = {revision: string} | {time: string} | {lastRevision: true}

/**
 * The documents as they were, in the order of the ids; those that did not exist then are left out.
 * For `GET /data/history/:dataset/documents/:ids`.
 *
 * A document that another transaction than `revision` wrote is given as it was at the time of that
 * transaction; its `_rev` tells, and the Studio compares it.
 */
export function documentRevisions(
  dataset: Dataset,
  documentIds: string[],
  choice: RevisionChoice,
): LakeDocument[] {
  const includes = inclusionBy(dataset, choice)
  return documentIds.flatMap((id) => {
    const newestFirst = dataset.transactionsOf([id]).filter(includes).reverse()
    for (const {changes} of newestFirst) {
      const after = changes.find(({documentId}) => documentId === id)?.after
      if (after) return [after]
      if (!('lastRevision' in choice)) return []
    }
    return []
  })
}

/** Whether a transaction is not later than what was chosen. */
function inclusionBy(dataset: Dataset, choice: RevisionChoice): (transaction: Transaction) => boolean {
  if ('lastRevision' in choice) return () => true
  if ('revision' in choice) {
    const last = dataset.transaction(choice.revision)?.sequence ?? 0
    return ({sequence}) => sequence <= last
  }
  const time = Date.parse(choice.time)
  return ({timestamp}) => Date.parse(timestamp) <= time
}

export type TransactionLogOptions = {
  /** Id of the first or last transaction, which is included. An empty text, as the Studio sends it, is no limit. */
  fromTransaction?: string
  toTransaction?: string
  /** ISO 8601, included. */
  fromTime?: string
  toTime?: string
  /** User ids; everyone if empty. */
  authors?: string[]
  /** Newest first. */
  reverse?: boolean
  /** At most so many; 50 unless told. */
  limit?: number
  /** Without the mutations. */
  excludeMutations?: boolean
  effectFormat?: 'mendoza'
  /** Only what concerns the documents that were asked for, although the transactions touched others. */
  includeIdentifiedDocumentsOnly?: boolean
}

/** One line of `GET /data/history/:dataset/transactions/:ids`, which answers newline-delimited JSON. */
export type TransactionLogEntry = {
  id: string
  timestamp: string
  author: string
  documentIDs: string[]
  mutations?: Mutation[]
  effects?: {[documentId: string]: MendozaEffect}
}

const defaultLimit = 50

/** The transactions that touched any of the documents, oldest first unless reversed. */
export function transactionLog(
  dataset: Dataset,
  documentIds: string[],
  options: TransactionLogOptions = {},
): TransactionLogEntry[] {
  const includes = inclusionInLog(dataset, options)
  const transactions = dataset.transactionsOf(documentIds).filter(includes)
  if (options.reverse) transactions.reverse()
  return transactions
    .slice(0, options.limit ?? defaultLimit)
    .map((transaction) => logEntry(transaction, new Set(documentIds), options))
}

function inclusionInLog(
  dataset: Dataset,
  {fromTransaction, toTransaction, fromTime, toTime, authors = []}: TransactionLogOptions,
): (transaction: Transaction) => boolean {
  // A transaction that is not known bounds nothing in: the answer is empty rather than wrong.
  const first = fromTransaction ? (dataset.transaction(fromTransaction)?.sequence ?? Infinity) : 0
  const last = toTransaction ? (dataset.transaction(toTransaction)?.sequence ?? 0) : Infinity
  const earliest = fromTime ? Date.parse(fromTime) : -Infinity
  const latest = toTime ? Date.parse(toTime) : Infinity
  return ({sequence, timestamp, author}) => {
    const time = Date.parse(timestamp)
    return (
      sequence >= first &&
      sequence <= last &&
      time >= earliest &&
      time <= latest &&
      (authors.length === 0 || authors.includes(author))
    )
  }
}

function logEntry(
  {id, timestamp, author, changes}: Transaction,
  identified: ReadonlySet<string>,
  {excludeMutations, effectFormat, includeIdentifiedDocumentsOnly}: TransactionLogOptions,
): TransactionLogEntry {
  const shown = includeIdentifiedDocumentsOnly
    ? changes.filter(({documentId}) => identified.has(documentId))
    : changes
  return {
    id,
    timestamp,
    author,
    documentIDs: shown.map(({documentId}) => documentId),
    ...(!excludeMutations && {mutations: shown.flatMap(({mutations}) => mutations)}),
    ...(effectFormat === 'mendoza' && {
      effects: Object.fromEntries(
        shown.map(({documentId, before, after}) => [documentId, mendozaEffect(before, after)]),
      ),
    }),
  }
}
