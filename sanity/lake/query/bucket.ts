import type {LakeDocument} from '../types.ts'

/** A document in a view, under the id by which the view is in order. */
export type Entry = {readonly id: string; document: LakeDocument}

/** Entries that share a key of an index, handed out as documents in the order of the view: by id, as hosted Sanity has them. */
export class Bucket {
  readonly #entries = new Set<Entry>()
  #highest = ''
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
    if (entry.id < this.#highest) this.#sorted = false
    else this.#highest = entry.id
    this.#entries.add(entry)
  }

  delete(entry: Entry): void {
    this.#documents = null
    this.#entries.delete(entry)
  }

  documents(): LakeDocument[] {
    if (!this.#sorted) this.#sort()
    this.#documents ??= Array.from(this.#entries, (entry) => entry.document)
    return this.#documents
  }

  /** Puts the entries themselves in order, so that after the next change there is little to sort. */
  #sort(): void {
    const sorted = [...this.#entries].sort(byId)
    this.#entries.clear()
    for (const entry of sorted) this.#entries.add(entry)
    this.#highest = sorted.at(-1)?.id ?? ''
    this.#sorted = true
  }
}

export function inOrder(entries: Iterable<Entry>): LakeDocument[] {
  return [...entries].sort(byId).map((entry) => entry.document)
}

function byId(one: Entry, other: Entry): number {
  return one.id < other.id ? -1 : 1
}
