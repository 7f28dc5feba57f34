import type {LakeDocument} from '../types.ts'
import {KeptOrder, type Sort} from './kept-order.ts'

/** A document in a view, under the id by which the view is in order. */
export type Entry = {readonly id: string; document: LakeDocument}

/** Orders of one bucket; the one that was not used for longest goes. Each costs eight bytes a document. */
const MAX_ORDERS = 8

/** Entries that share a key of an index, handed out as documents in the order of the view: by id, as hosted Sanity has them. */
export class Bucket {
  readonly #entries = new Set<Entry>()
  #highest = ''
  #sorted = true
  #documents: LakeDocument[] | null = null
  /** Made when an order is first asked for, which of most buckets it never is. */
  #orders: Map<string, KeptOrder> | null = null

  static of(...entries: Entry[]): Bucket {
    const bucket = new Bucket()
    for (const entry of entries) bucket.add(entry)
    return bucket
  }

  get size(): number {
    return this.#entries.size
  }

  entries(): Iterable<Entry> {
    return this.#entries
  }

  /** For an entry whose document is another one, it is deleted first and then added again. */
  add(entry: Entry): void {
    this.#documents = null
    if (this.#entries.has(entry)) return
    if (entry.id < this.#highest) this.#sorted = false
    else this.#highest = entry.id
    this.#entries.add(entry)
    this.#note(entry.document, true)
  }

  delete(entry: Entry): void {
    this.#documents = null
    if (this.#entries.delete(entry)) this.#note(entry.document, false)
  }

  documents(): LakeDocument[] {
    if (!this.#sorted) this.#sort()
    this.#documents ??= Array.from(this.#entries, (entry) => entry.document)
    return this.#documents
  }

  /**
   * All in another order, which is kept.
   * @param name - the same for the same order, whoever asks
   */
  inOrder(name: string, sort: Sort): LakeDocument[] {
    this.#orders ??= new Map()
    const orders = this.#orders
    const order = orders.get(name) ?? new KeptOrder(this.documents(), sort)
    orders.delete(name)
    orders.set(name, order)
    for (const surplus of [...orders.keys()].slice(0, -MAX_ORDERS)) orders.delete(surplus)
    return order.documents()
  }

  #note(document: LakeDocument, isThere: boolean): void {
    for (const [name, order] of this.#orders ?? []) {
      if (!order.note(document, isThere)) this.#orders?.delete(name)
    }
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
