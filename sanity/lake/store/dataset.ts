import {resolve} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import {errorFields} from '#lib/log/error-fields.ts'
import {log} from '#lib/log/log.ts'
import {typedError} from '../errors.ts'
import type {
  CommitRequest,
  CommitResult,
  Dataset,
  DocumentChange,
  LakeDocument,
  Transaction,
} from '../types.ts'
import {brokenFile, copyDatabase, explain, openDatabaseFile} from './database-file.ts'
import {generateId} from './document-id.ts'
import {ReferenceIndex} from './index-of-references.ts'
import {applyMutations} from './mutate.ts'
import {checkReferences} from './reference-integrity.ts'
import {TransactionLog} from './transaction-log.ts'

export type DatasetOptions = {
  name: string
  /** Path of the SQLite file; it and its folder are made when missing. */
  file: string
  /** Milliseconds since 1970; given by tests. */
  now?: () => number
}

/**
 * Opens a dataset for this process alone and loads its documents.
 *
 * @throws LakeStorageError if the file is locked by another process, broken, foreign or not writable.
 */
export function openDataset({name, file, now = Date.now}: DatasetOptions): StoredDataset {
  return new StoredDataset(name, resolve(file), now)
}

/** What became of one request among several. */
export type CommitOutcome = CommitResult | {error: unknown}

/**
 * A dataset in one SQLite file. Documents in memory are shared with all readers: nobody may change them. A commit returns
 * to whoever could look at them when all is on disk, so memory never shows what a loss of power could take back.
 */
export class StoredDataset implements Dataset {
  readonly name: string
  readonly documents: ReadonlyMap<string, LakeDocument>
  readonly #documents = new Map<string, LakeDocument>()
  readonly #references = new ReferenceIndex()
  readonly #listeners = new Set<(transaction: Transaction) => void>()
  readonly #undelivered: Transaction[] = []
  readonly #database: DatabaseSync
  readonly #log: TransactionLog
  readonly #file: string
  readonly #now: () => number
  #delivering = false
  #lastSequence = 0
  #lastTime = 0

  constructor(name: string, file: string, now: () => number) {
    this.name = name
    this.documents = this.#documents
    this.#file = file
    this.#now = now
    this.#database = openDatabaseFile(file)
    try {
      this.#log = new TransactionLog(this.#database)
      this.#load()
    } catch (error) {
      this.#database.close()
      const explained = explain(error, file)
      throw explained === error ? brokenFile(file, error) : explained
    }
  }

  get lastSequence(): number {
    return this.#lastSequence
  }

  /** Ids of the documents that hold a reference to this id, weak or strong. */
  referrers(documentId: string): ReadonlySet<string> {
    return this.#references.referrers(documentId)
  }

  commit(request: CommitRequest): CommitResult {
    const [outcome] = this.commitTogether([request])
    if (outcome === undefined) throw new TypeError('A commit has one outcome')
    if ('error' in outcome) throw outcome.error
    return outcome
  }

  /**
   * Commits each for itself, in this order, with one sync of the disk for all. A request that is refused leaves the
   * others as they are. A mutation by query sees what was there before them all, so it belongs into no such company.
   * @throws LakeStorageError when they cannot be stored, and then none is
   */
  commitTogether(requests: readonly CommitRequest[]): CommitOutcome[] {
    const stored: Transaction[] = []
    const [sequence, time] = [this.#lastSequence, this.#lastTime]
    let outcomes: CommitOutcome[]
    try {
      this.#log.begin()
      outcomes = requests.map((request) => this.#commitOne(request, stored))
      this.#log.end()
    } catch (error) {
      this.#log.undo()
      for (const {changes} of stored.toReversed()) {
        for (const {documentId, before} of changes.toReversed()) this.#apply(documentId, before)
      }
      this.#lastSequence = sequence
      this.#lastTime = time
      throw explain(error, this.#file)
    }
    this.#deliver(stored)
    return outcomes
  }

  #commitOne(request: CommitRequest, stored: Transaction[]): CommitOutcome {
    let staged: CommitResult
    try {
      staged = this.#stage(request)
    } catch (error) {
      return {error}
    }
    if (staged.transaction === null) return staged
    this.#log.append(staged.transaction)
    stored.push(staged.transaction)
    for (const {documentId, after} of staged.transaction.changes) this.#apply(documentId, after)
    this.#lastSequence = staged.transaction.sequence
    this.#lastTime = Date.parse(staged.transaction.timestamp)
    return staged
  }

  /** What a commit would do. @throws LakeError */
  #stage(request: CommitRequest): CommitResult {
    const transactionId = this.#unusedTransactionId(request.transactionId)
    const timestamp = new Date(Math.max(this.#now(), this.#lastTime + 1)).toISOString()
    const {changes: staged, results} = applyMutations(request.mutations, {
      documents: this.#documents,
      transactionId,
      timestamp,
      autoGenerateArrayKeys: request.autoGenerateArrayKeys,
      selectIds: request.selectIds,
    })
    if (!request.skipReferenceValidation) checkReferences(staged, this.#documents, this.#references)
    if (request.dryRun || staged.length === 0) return {transactionId, results, transaction: null}
    const changes = staged.map(({mutationIndex: _, ...change}): DocumentChange => change)
    const sequence = this.#lastSequence + 1
    const transaction = {id: transactionId, sequence, timestamp, author: request.author, changes}
    return {transactionId, results, transaction}
  }

  subscribe(listener: (transaction: Transaction) => void): () => void {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  transactionsAfter(sequence: number, limit = Number.MAX_SAFE_INTEGER): Transaction[] {
    return this.#log.after(sequence, limit)
  }

  transaction(id: string): Transaction | null {
    return this.#log.byId(id)
  }

  transactionsOf(documentIds: string[]): Transaction[] {
    return this.#log.ofDocuments(documentIds)
  }

  /** Copies everything as it stands at one moment into a new SQLite file, while others go on writing. */
  copyTo(file: string): Promise<void> {
    return copyDatabase(this.#database, resolve(file))
  }

  /** Writes the log back into the one file, so that it can be copied, and lets go of it. */
  close(): void {
    if (this.#database.isOpen) this.#database.close()
  }

  #load(): void {
    for (const document of this.#log.documents()) this.#apply(document._id, document)
    const last = this.#log.last()
    if (!last) return
    this.#lastSequence = last.sequence
    this.#lastTime = Date.parse(last.timestamp)
  }

  #unusedTransactionId(wanted: string | undefined): string {
    if (wanted === undefined) return generateId()
    if (!/^[\w.:-]{1,128}$/.test(wanted)) {
      throw typedError(400, 'validationError', `Malformed transaction ID: "${wanted.slice(0, 128)}"`)
    }
    if (this.#log.has(wanted)) {
      const description = `The transaction ID "${wanted}" already exists`
      throw typedError(409, 'transactionAlreadyExistsError', description)
    }
    return wanted
  }

  #apply(documentId: string, document: LakeDocument | null): void {
    if (document) this.#documents.set(documentId, document)
    else this.#documents.delete(documentId)
    this.#references.update(documentId, document)
  }

  /** In order for every listener, also when one of them commits in turn. */
  #deliver(transactions: readonly Transaction[]): void {
    this.#undelivered.push(...transactions)
    if (this.#delivering) return
    this.#delivering = true
    try {
      for (let next = this.#undelivered.shift(); next; next = this.#undelivered.shift()) this.#announce(next)
    } finally {
      this.#delivering = false
    }
  }

  #announce(transaction: Transaction): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(transaction)
      } catch (error) {
        // The transaction is stored; a listener's fault must not turn its answer into a failure.
        log.error('lake', `A listener failed at transaction ${transaction.id}.`, errorFields(error))
      }
    }
  }
}
