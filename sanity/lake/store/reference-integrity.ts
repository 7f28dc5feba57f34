import {mutationError} from '../errors.ts'
import type {DocumentChange, LakeDocument} from '../types.ts'
import {ReferenceIndex} from './index-of-references.ts'
import {referencesIn} from './references.ts'

/** A change, and the position in the request of the mutation that a refusal of it names. */
export type StagedChange = DocumentChange & {mutationIndex: number}

/**
 * Refuses a transaction that would leave a strong reference without its target, looking at the state after all
 * of its mutations: documents of one transaction may refer to each other, and a referrer may go with its target.
 *
 * @throws LakeError 409, `documentReferenceDoesNotExistError` or `documentHasExistingReferencesError`.
 */
export function checkReferences(
  changes: StagedChange[],
  documents: ReadonlyMap<string, LakeDocument>,
  index: ReferenceIndex,
): void {
  const staged = new Map(changes.map((change) => [change.documentId, change.after]))
  const exists = (id: string) => (staged.has(id) ? staged.get(id) !== null : documents.has(id))
  const stagedIndex = new ReferenceIndex()
  for (const [id, after] of staged) stagedIndex.update(id, after)
  const referrersOf = (id: string) => [
    ...[...index.strongReferrers(id)].filter((referrer) => !staged.has(referrer)),
    ...stagedIndex.strongReferrers(id),
  ]
  for (const change of changes) {
    if (change.after) refuseMissingTarget(change, change.after, exists)
    // Putting a document of another type in its place counts as deleting it, as in hosted Sanity.
    const removed = change.before !== null && change.before._type !== change.after?._type
    if (removed) refuseWhileReferenced(change, referrersOf(change.documentId))
  }
}

function refuseMissingTarget(
  change: StagedChange,
  after: LakeDocument,
  exists: (id: string) => boolean,
): void {
  const missing = strongIds(after).filter((id) => !exists(id))
  if (missing.length === 0) return
  // What an import left dangling must not stand in the way of later edits; only new references count.
  const before = new Set(strongIds(change.before))
  const target = missing.find((id) => !before.has(id))
  if (target === undefined) return
  throw mutationError(
    409,
    'documentReferenceDoesNotExistError',
    `Document "${change.documentId}" references non-existent document "${target}"`,
    change.mutationIndex,
    {id: change.documentId, referenceID: target},
  )
}

function refuseWhileReferenced({documentId, mutationIndex}: StagedChange, referencingIDs: string[]): void {
  if (referencingIDs.length === 0) return
  throw mutationError(
    409,
    'documentHasExistingReferencesError',
    `Document "${documentId}" cannot be deleted as there are references to it from "${referencingIDs[0]}"`,
    mutationIndex,
    {id: documentId, referencingIDs},
  )
}

function strongIds(document: LakeDocument | null): string[] {
  return referencesIn(document).flatMap((reference) => (reference.strong ? [reference.id] : []))
}
