import {mutationError} from '../errors.ts'
import type {
  DocumentStub,
  JsonObject,
  LakeDocument,
  Mutation,
  MutationResult,
  PatchOperations,
  SelectIds,
  Selection,
} from '../types.ts'
import {withArrayKeys} from './array-keys.ts'
import {checkDepth} from './depth.ts'
import {checkedId, idForCreation} from './document-id.ts'
import {applyPatch, checkPatch} from './patch.ts'
import type {StagedChange} from './reference-integrity.ts'

export type MutationContext = {
  /** The state before the transaction; not changed here. */
  documents: {get(id: string): LakeDocument | undefined}
  /** Becomes `_rev` of every document that is touched. */
  transactionId: string
  /** Becomes `_updatedAt` of what is patched, and both dates of new documents that bring none. */
  timestamp: string
  autoGenerateArrayKeys?: boolean
  /** Sees the documents as they were before the transaction. */
  selectIds?: SelectIds
}

type Staging = MutationContext & {changes: Map<string, StagedChange>; results: MutationResult[]}

/**
 * What the mutations make of the documents, one after the other, without changing anything.
 *
 * @returns one result per mutation and document, and one change per document that is different afterwards.
 *   A patch without effect still is a change: the document gets a new revision, as in hosted Sanity.
 * @throws LakeError naming the first mutation that cannot be applied.
 */
export function applyMutations(
  mutations: Mutation[],
  context: MutationContext,
): {changes: StagedChange[]; results: MutationResult[]} {
  const staging: Staging = {...context, changes: new Map(), results: []}
  mutations.forEach((mutation, index) => {
    checkShape(mutation, index)
    checkDepth(mutation, index)
    if ('patch' in mutation) checkPatch(mutation.patch, index)
    // A copy through JSON, so that nobody else holds what becomes the documents, and memory is as the disk.
    const copy: Mutation = JSON.parse(JSON.stringify(mutation))
    applyMutation(context.autoGenerateArrayKeys ? withArrayKeys(copy) : copy, index, staging)
  })
  const changes = [...staging.changes.values()].filter(({before, after}) => before || after)
  return {changes, results: staging.results}
}

const creations = ['create', 'createOrReplace', 'createIfNotExists'] as const
type Creation = (typeof creations)[number]

function applyMutation(mutation: Mutation, index: number, staging: Staging): void {
  if ('create' in mutation) create('create', mutation.create, index, staging)
  else if ('createOrReplace' in mutation) create('createOrReplace', mutation.createOrReplace, index, staging)
  else if ('createIfNotExists' in mutation) {
    create('createIfNotExists', mutation.createIfNotExists, index, staging)
  } else if ('delete' in mutation) {
    for (const id of selectedIds(mutation.delete, index, staging)) remove(id, index, staging)
  } else {
    applyPatches(mutation.patch, index, staging)
  }
}

/** Requests come from outside, so the types say only what they should be. @throws LakeError 400 */
function checkShape(mutation: unknown, index: number): void {
  const kinds = [...creations, 'delete', 'patch']
  const entries = typeof mutation === 'object' && mutation !== null ? Object.entries(mutation) : []
  const [kind, body] = entries[0] ?? []
  if (entries.length === 1 && kinds.some((known) => known === kind) && isObject(body)) return
  throw mutationError(
    400,
    'validationError',
    `A mutation must be an object with exactly one of ${kinds.join(', ')}`,
    index,
  )
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function applyPatches(body: Selection & PatchOperations, index: number, staging: Staging): void {
  const {id: _id, query: _query, params: _params, ...operations}: JsonObject & PatchOperations = body
  const skipMissing = 'query' in body
  for (const id of selectedIds(body, index, staging)) {
    patch(id, operations, {index, skipMissing}, staging)
  }
}

function create(kind: Creation, stub: DocumentStub, index: number, staging: Staging): void {
  if (typeof stub._type !== 'string' || stub._type === '') {
    throw mutationError(400, 'validationError', 'A document must have a "_type"', index)
  }
  const id = idForCreation(stub._id, index)
  const existing = current(id, staging)
  if (existing && kind === 'createIfNotExists') {
    staging.results.push({id, operation: 'none', document: existing})
    return
  }
  if (existing && kind === 'create') {
    throw mutationError(409, 'documentAlreadyExistsError', `Document by ID "${id}" already exists`, index, {
      id,
    })
  }
  const document: LakeDocument = {
    ...stub,
    _id: id,
    _type: stub._type,
    _createdAt: dateOf(stub, '_createdAt', {index, staging}),
    _updatedAt: dateOf(stub, '_updatedAt', {index, staging}),
    _rev: staging.transactionId,
  }
  // Listeners replay the recorded mutation, so it carries everything that was decided here.
  const {_rev: _, ...recorded} = document
  const mutation: Mutation = kind === 'createOrReplace' ? {createOrReplace: recorded} : {create: recorded}
  stage(id, document, kind === 'createIfNotExists' ? {createIfNotExists: recorded} : mutation, index, staging)
  staging.results.push({id, operation: existing ? 'update' : 'create', document})
}

/** Imports bring their dates along; everything else gets the transaction's. */
function dateOf(
  stub: DocumentStub,
  attribute: '_createdAt' | '_updatedAt',
  {index, staging}: {index: number; staging: Staging},
): string {
  const date = stub[attribute]
  if (date === undefined || date === null) return staging.timestamp
  const isDate = typeof date === 'string' && /^\d{4}-\d\d-\d\dT/.test(date) && !Number.isNaN(Date.parse(date))
  if (isDate) return date
  const description = `"${attribute}" must be a date and time like 2026-01-31T12:00:00Z`
  throw mutationError(400, 'validationError', description, index)
}

function remove(id: string, index: number, staging: Staging): void {
  if (!current(id, staging)) {
    // Deleting what is already gone is no error in Sanity.
    staging.results.push({id, operation: 'none'})
    return
  }
  stage(id, null, {delete: {id}}, index, staging)
  staging.results.push({id, operation: 'delete', document: null})
}

function patch(
  id: string,
  operations: PatchOperations,
  {index, skipMissing}: {index: number; skipMissing: boolean},
  staging: Staging,
): void {
  const before = current(id, staging)
  if (!before) {
    if (skipMissing) return
    const description = `The document with the ID "${id}" was not found`
    throw mutationError(404, 'documentNotFoundError', description, index, {id})
  }
  checkRevision(before, operations.ifRevisionID, index, staging)
  const document: LakeDocument = {
    ...applyPatch(before, operations, index),
    _id: id,
    _type: before._type,
    _createdAt: before._createdAt,
    _updatedAt: staging.timestamp,
    _rev: staging.transactionId,
  }
  const {ifRevisionID: _, ...recorded} = operations
  stage(id, document, {patch: {...recorded, id}}, index, staging)
  staging.results.push({id, operation: 'update', document})
}

function checkRevision(
  document: LakeDocument,
  expected: string | undefined,
  index: number,
  staging: Staging,
): void {
  if (expected === undefined) return
  // Later patches of one transaction may name the revision that the first one found.
  const original = staging.changes.get(document._id)?.before?._rev
  if (expected === document._rev || expected === original) return
  throw mutationError(
    409,
    'documentRevisionIDDoesNotMatchError',
    `Document "${document._id}" has unexpected revision ID ("${document._rev}"), expected "${expected}"`,
    index,
    {id: document._id, currentRevisionID: document._rev, expectedRevisionID: expected},
  )
}

/** As hosted Sanity limits it: https://www.sanity.io/docs/http-reference/mutation */
const mostDocumentsOfQuery = 10_000

function selectedIds(selection: Selection, index: number, staging: Staging): string[] {
  if ('query' in selection) {
    if (!staging.selectIds || typeof selection.query !== 'string') {
      throw mutationError(400, 'validationError', 'A mutation by query needs a query', index)
    }
    const found = staging.selectIds(selection.query, selection.params ?? {})
    if (found.length <= mostDocumentsOfQuery) return found
    const description = `The query of a mutation may find at most ${mostDocumentsOfQuery} documents; this one finds ${found.length}`
    throw mutationError(400, 'validationError', description, index)
  }
  const ids = Array.isArray(selection.id) ? selection.id : [selection.id]
  if (ids.some((id) => typeof id !== 'string')) {
    throw mutationError(400, 'validationError', 'A delete or patch needs an "id" or a "query"', index)
  }
  return ids.map((id) => checkedId(id, index))
}

function current(id: string, {changes, documents}: Staging): LakeDocument | null {
  const staged = changes.get(id)
  return staged ? staged.after : (documents.get(id) ?? null)
}

function stage(id: string, after: LakeDocument | null, mutation: Mutation, index: number, staging: Staging) {
  checkDepth(after, index)
  const known = staging.changes.get(id)
  staging.changes.set(id, {
    documentId: id,
    before: known ? known.before : (staging.documents.get(id) ?? null),
    after,
    mutations: [...(known?.mutations ?? []), mutation],
    mutationIndex: index,
  })
}
