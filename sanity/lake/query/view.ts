import type {LakeDocument} from '../types.ts'
import {Bucket, type Entry, inOrder} from './bucket.ts'
import {type Constraint, keysOf} from './constraint.ts'
import type {Sort} from './kept-order.ts'
import {KeyIndex} from './key-index.ts'

/**
 * The documents that one perspective shows, in the order of their ids, with indexes by id, type, slug and
 * reference. It is brought up to date one document at a time.
 */
export class View {
  readonly #entries = new Map<string, Entry>()
  readonly #types = new KeyIndex()
  readonly #slugs = new KeyIndex()
  readonly #references = new KeyIndex()
  readonly #all = new Bucket()

  get(id: string): LakeDocument | undefined {
    return this.#entries.get(id)?.document
  }

  /** All documents; the same array until the next change, and never to be written to. */
  documents(): LakeDocument[] {
    return this.#all.documents()
  }

  /** Puts `document` where the view had `id`, or takes it away when it is null. */
  set(id: string, document: LakeDocument | null): void {
    const known = this.#entries.get(id)
    if (!known && !document) return
    if (known) this.#index(known, 'delete')
    if (!document) {
      if (known) this.#all.delete(known)
      this.#entries.delete(id)
      return
    }
    const entry = known ?? {id, document}
    entry.document = document
    this.#all.add(entry)
    this.#entries.set(id, entry)
    this.#index(entry, 'add')
  }

  /** Every document that can satisfy the constraint (and perhaps some that do not), in the view's order. */
  candidates(constraint: Constraint): LakeDocument[] {
    const bucket = this.#bucket(constraint)
    return bucket ? bucket.documents() : inOrder(this.#entriesFor(constraint))
  }

  /** The part of the constraint by which `candidates` chooses. */
  narrowest(constraint: Constraint): Constraint {
    return 'all' in constraint ? this.narrowest(this.#smallest(constraint.all)) : constraint
  }

  /** The candidates in another order, which is kept; null where the index does not hold just them together. */
  candidatesInOrder(constraint: Constraint, name: string, sort: Sort): LakeDocument[] | null {
    return this.#bucket(constraint)?.inOrder(name, sort) ?? null
  }

  /** How many candidates there are at most. */
  #size(constraint: Constraint): number {
    if ('all' in constraint) return Math.min(...constraint.all.map((part) => this.#size(part)))
    if ('any' in constraint) return constraint.any.reduce((sum, part) => sum + this.#size(part), 0)
    if (constraint.by === 'id') return constraint.keys.length
    const index = this.#indexFor(constraint.by)
    return constraint.keys.reduce((sum, key) => sum + index.size(key), 0)
  }

  /** The one bucket that holds just the candidates, where there is one: its sorted array is kept. */
  #bucket(constraint: Constraint): Bucket | undefined {
    if ('any' in constraint) return undefined
    if ('all' in constraint) return this.#bucket(this.#smallest(constraint.all))
    const [key, ...others] = constraint.keys
    if (constraint.by === 'id' || key === undefined || others.length > 0) return undefined
    return this.#indexFor(constraint.by).bucket(key)
  }

  #entriesFor(constraint: Constraint): Set<Entry> {
    if ('all' in constraint) return this.#entriesFor(this.#smallest(constraint.all))
    const found = new Set<Entry>()
    if ('any' in constraint) {
      for (const part of constraint.any) for (const entry of this.#entriesFor(part)) found.add(entry)
      return found
    }
    for (const key of constraint.keys) {
      if (constraint.by === 'id') {
        const entry = this.#entries.get(key)
        if (entry) found.add(entry)
      } else {
        for (const entry of this.#indexFor(constraint.by).entries(key)) found.add(entry)
      }
    }
    return found
  }

  #smallest(constraints: Constraint[]): Constraint {
    return constraints.reduce((best, next) => (this.#size(next) < this.#size(best) ? next : best))
  }

  #indexFor(by: 'type' | 'slug' | 'reference'): KeyIndex {
    return by === 'type' ? this.#types : by === 'slug' ? this.#slugs : this.#references
  }

  /** Keys are read from the document again when it goes: to keep them would take more than all indexes. */
  #index(entry: Entry, change: 'add' | 'delete'): void {
    const {type, slug, references} = keysOf(entry.document)
    this.#types[change](type, entry)
    if (slug !== null) this.#slugs[change](slug, entry)
    for (const id of references) this.#references[change](id, entry)
  }
}
