import type {LakeDocument} from '../types.ts'
import {referencesIn} from './references.ts'

const nobody: ReadonlySet<string> = new Set()

/** Who refers to whom, kept up to date per document, so that no question about it scans the dataset. */
export class ReferenceIndex {
  readonly #targets = new Map<string, Set<string>>()
  readonly #referrers = new Map<string, Set<string>>()
  readonly #strongReferrers = new Map<string, Set<string>>()

  /** Takes over the present state of a document; null when it was deleted. */
  update(documentId: string, document: LakeDocument | null): void {
    for (const target of this.#targets.get(documentId) ?? nobody) {
      remove(this.#referrers, target, documentId)
      remove(this.#strongReferrers, target, documentId)
    }
    this.#targets.delete(documentId)
    if (document === null) return
    const references = referencesIn(document)
    if (references.length === 0) return
    this.#targets.set(documentId, new Set(references.map((reference) => reference.id)))
    for (const reference of references) {
      add(this.#referrers, reference.id, documentId)
      if (reference.strong) add(this.#strongReferrers, reference.id, documentId)
    }
  }

  /** Ids of the documents that hold a reference to this id, weak or strong, as GROQ's `references()` sees it. */
  referrers(documentId: string): ReadonlySet<string> {
    return this.#referrers.get(documentId) ?? nobody
  }

  /** Ids of the documents that keep this one from being deleted. */
  strongReferrers(documentId: string): ReadonlySet<string> {
    return this.#strongReferrers.get(documentId) ?? nobody
  }
}

function add(index: Map<string, Set<string>>, target: string, referrer: string): void {
  const known = index.get(target)
  if (known) known.add(referrer)
  else index.set(target, new Set([referrer]))
}

function remove(index: Map<string, Set<string>>, target: string, referrer: string): void {
  const known = index.get(target)
  known?.delete(referrer)
  if (known?.size === 0) index.delete(target)
}
