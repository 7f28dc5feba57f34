import {mutationError} from '../errors.ts'
import type {DocumentChange, LakeDocument} from '../types.ts'
import type {ReferenceIndex} from './index-of-references.ts'
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
  for (const change of changes) {
    if (change.after) refuseMissingTarget(change, change.after, exists)
    // Putting a document of another type in its place counts as deleting it, as in hosted Sanity.
    const removed = change.before !== null && change.before._type !== change.after?._type
    if (removed) refuseWhileReferenced(change, staged, index)
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

function refuseWhileReferenced(
  change: StagedChange,
  staged: ReadonlyMap<string, LakeDocument | null>,
  index: ReferenceIndex,
): void {
  const {documentId} = change
  const unchanged = [...index.strongReferrers(documentId)].filter((id) => !staged.has(id))
  const changed = [...staged].filter(([, after]) => strongIds(after).includes(documentId)).map(([id]) => id)
  const referencingIDs = [...unchanged, ...changed]
  if (referencingIDs.length === 0) return
  throw mutationError(
    409,
    'documentHasExistingReferencesError',
    `Document "${documentId}" cannot be deleted as there are references to it from "${referencingIDs[0]}"`,
    change.mutationIndex,
    {id: documentId, referencingIDs},
  )
}

function strongIds(document: LakeDocument | null): string[] {
  return referencesIn(document).flatMap((reference) => (reference.strong ? [reference.id] : []))
}
