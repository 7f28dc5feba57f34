/** The vocabulary that every part of the embedded Content Lake shares. */

export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject
export type JsonObject = {[key: string]: JsonValue | undefined}

/** A stored document. `_rev` is the id of the transaction that wrote it; the dates are ISO 8601 in UTC. */
export type LakeDocument = JsonObject & {
  _id: string
  _type: string
  _rev: string
  _createdAt: string
  _updatedAt: string
}

/** A document as a client sends it: without an id (or with one that ends in a dot) the lake makes one. */
export type DocumentStub = JsonObject & {_type: string; _id?: string}

export type InsertPatch = {items: JsonValue[]} & ({before: string} | {after: string} | {replace: string})

/** The operations of one patch, in the order in which Sanity applies them. */
export type PatchOperations = {
  ifRevisionID?: string
  set?: JsonObject
  setIfMissing?: JsonObject
  unset?: string[]
  inc?: {[path: string]: number}
  dec?: {[path: string]: number}
  insert?: InsertPatch
  diffMatchPatch?: {[path: string]: string}
}

export type Selection = {id: string | string[]} | {query: string; params?: JsonObject}

/** One mutation as `POST /data/mutate` takes it. */
export type Mutation =
  | {create: DocumentStub}
  | {createOrReplace: DocumentStub & {_id: string}}
  | {createIfNotExists: DocumentStub & {_id: string}}
  | {delete: Selection & {purge?: boolean}}
  | {patch: Selection & PatchOperations}

/** One action as `POST /data/actions` takes it, e.g. `{actionType: 'sanity.action.document.publish', …}`. */
export type Action = JsonObject & {actionType: string}

/** What a transaction did to one document. `before` or `after` is null where it did not or does not exist. */
export type DocumentChange = {
  documentId: string
  before: LakeDocument | null
  after: LakeDocument | null
  /** The mutations that touched this document, ids resolved, as listeners pass them on to clients. */
  mutations: Mutation[]
}

/** Who is named as the author of what the lake writes by itself. */
export const upkeepAuthor = 'system'

/** One committed transaction. */
export type Transaction = {
  id: string
  /** Position in the log of its dataset, from 1, without gaps. */
  sequence: number
  /** ISO 8601 in UTC with milliseconds; strictly later than that of the transaction before it. */
  timestamp: string
  /** User id, e.g. `editor`. */
  author: string
  changes: DocumentChange[]
}

export type MutationResult = {
  id: string
  operation: 'create' | 'update' | 'delete' | 'none'
  document?: LakeDocument | null
}

export type CommitRequest = {
  mutations: Mutation[]
  author: string
  /** Chosen by the client, else made here. A used one is refused with 409. */
  transactionId?: string
  dryRun?: boolean
  autoGenerateArrayKeys?: boolean
  /** References to missing documents are let through; imports put them in place afterwards. */
  skipReferenceValidation?: boolean
  /** Needed where a mutation selects by query. */
  selectIds?: SelectIds
}

export type CommitResult = {
  transactionId: string
  results: MutationResult[]
  /** Null for a dry run, and for a transaction that changed nothing. */
  transaction: Transaction | null
}

/** Finds the ids that a mutation by query means; the query engine supplies it. */
export type SelectIds = (query: string, params: JsonObject) => string[]

/** `raw`, `published`, `drafts` (once `previewDrafts`), or a stack of release names, the first one on top. */
export type Perspective = 'raw' | 'published' | 'drafts' | string[]

/** Who asks. Anonymous requests see what an anonymous reader of a public dataset sees. */
export type Identity =
  | {kind: 'anonymous'}
  | {kind: 'user'; userId: string; role: 'administrator' | 'editor' | 'viewer'}

/**
 * A dataset: all documents in memory, every transaction on disk before its `commit` returns.
 * `documents` is the raw view: drafts, versions and published documents side by side.
 */
export interface Dataset {
  readonly name: string
  readonly documents: ReadonlyMap<string, LakeDocument>
  /** Applies all mutations or none. @throws LakeError */
  commit(request: CommitRequest): CommitResult
  /** Calls `listener` after each commit, in order, synchronously. Returns the function that stops it. */
  subscribe(listener: (transaction: Transaction) => void): () => void
  readonly lastSequence: number
  /** Transactions after `sequence`, oldest first, from disk. */
  transactionsAfter(sequence: number, limit?: number): Transaction[]
  transaction(id: string): Transaction | null
  /** Transactions that touched any of the documents, oldest first. */
  transactionsOf(documentIds: string[]): Transaction[]
  close(): void
}
