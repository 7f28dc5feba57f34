import type {LakeDocument} from '../types.ts'

/** A document in a view and its place in the view's order. */
export type Entry = {readonly ordinal: number; document: LakeDocument}

/** Entries that share a key of an index, handed out as documents in the order of the view. */
export class Bucket {
  readonly #entries = new Set<Entry>()
  #highest = -1
  #sorted = true
  #documents: LakeDocument[] | null = null

  get size(): number {
    return this.#entries.size
  }

  entries(): Iterable<Entry> {
    return this.#entries
  }

  add(entry: Entry): void {
    this.#documents = null
    if (this.#entries.has(entry)) return
    if (entry.ordinal < this.#highest) this.#sorted = false
    else this.#highest = entry.ordinal
    this.#entries.add(entry)
  }

  delete(entry: Entry): void {
    this.#documents = null
    this.#entries.delete(entry)
  }

  documents(): LakeDocument[] {
    this.#documents ??= this.#sorted
      ? Array.from(this.#entries, (entry) => entry.document)
      : inOrder(this.#entries)
    return this.#documents
  }
}

export function inOrder(entries: Iterable<Entry>): LakeDocument[] {
  return [...entries].sort((a, b) => a.ordinal - b.ordinal).map((entry) => entry.document)
}
