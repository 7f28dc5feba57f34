import type {LakeDocument} from '../types.ts'
import {referencesIn} from './references.ts'

const nobody: ReadonlySet<string> = new Set()

/** Who refers to whom, kept up to date per document, so that no question about it scans the dataset. */
export class ReferenceIndex {
  readonly #targets = new Map<string, readonly string[]>()
  readonly #referrers = new Referrers()
  /** Those among them that do not keep their target from being deleted. They are few. */
  readonly #weakReferrers = new Referrers()

  /** Takes over the present state of a document; null when it was deleted. */
  update(documentId: string, document: LakeDocument | null): void {
    for (const target of this.#targets.get(documentId) ?? []) {
      this.#referrers.delete(target, documentId)
      this.#weakReferrers.delete(target, documentId)
    }
    this.#targets.delete(documentId)
    if (document === null) return
    const references = referencesIn(document)
    if (references.length === 0) return
    this.#targets.set(
      documentId,
      references.map(({id}) => id),
    )
    for (const {id, strong} of references) {
      this.#referrers.add(id, documentId)
      if (!strong) this.#weakReferrers.add(id, documentId)
    }
  }

  /** Ids of the documents that hold a reference to this id, weak or strong, as GROQ's `references()` sees it. */
  referrers(documentId: string): ReadonlySet<string> {
    return this.#referrers.of(documentId)
  }

  /** Ids of the documents that keep this one from being deleted. */
  strongReferrers(documentId: string): ReadonlySet<string> {
    const weak = this.#weakReferrers.of(documentId)
    const all = this.referrers(documentId)
    return weak.size === 0 ? all : new Set([...all].filter((referrer) => !weak.has(referrer)))
  }
}

/** Ids by the id that they refer to. To most refers one alone, which stands there without a set around it. */
class Referrers {
  readonly #found = new Map<string, string | Set<string>>()

  add(target: string, referrer: string): void {
    const found = this.#found.get(target)
    if (found === undefined) this.#found.set(target, referrer)
    else if (typeof found !== 'string') found.add(referrer)
    else if (found !== referrer) this.#found.set(target, new Set([found, referrer]))
  }

  delete(target: string, referrer: string): void {
    const found = this.#found.get(target)
    if (found instanceof Set) found.delete(referrer)
    if (found === referrer || (found instanceof Set && found.size === 0)) this.#found.delete(target)
  }

  of(target: string): ReadonlySet<string> {
    const found = this.#found.get(target)
    return typeof found === 'string' ? new Set([found]) : (found ?? nobody)
  }
}
