import type {LakeDocument} from '../types.ts'

/** Puts documents in order and leaves those that are equal in it as they stand. */
export type Sort = (documents: LakeDocument[]) => LakeDocument[]

/** After more changes than this it is quicker to sort all anew than to find a place for each. */
const MAX_CHANGES = 200

/** Documents in an order that a query asked for, which follows what is added and taken away. */
export class KeptOrder {
  readonly #sort: Sort
  #documents: LakeDocument[]
  /** What has changed since the last look, oldest first. */
  #changes: {document: LakeDocument; isThere: boolean}[] = []

  /** @param documents - in the order of the view, which holds among those that are equal */
  constructor(documents: LakeDocument[], sort: Sort) {
    this.#sort = sort
    this.#documents = sort(documents)
  }

  /** @returns whether the order can still be kept */
  note(document: LakeDocument, isThere: boolean): boolean {
    this.#changes.push({document, isThere})
    return this.#changes.length <= MAX_CHANGES
  }

  /** The same array until the next change, and never to be written to. */
  documents(): LakeDocument[] {
    if (this.#changes.length === 0) return this.#documents
    const documents = [...this.#documents]
    for (const {document, isThere} of this.#changes) {
      if (isThere) documents.splice(this.#placeOf(document, documents), 0, document)
      else documents.splice(documents.indexOf(document), 1)
    }
    this.#changes = []
    this.#documents = documents
    return documents
  }

  #placeOf(document: LakeDocument, documents: LakeDocument[]): number {
    let [low, high] = [0, documents.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = documents[middle]
      if (other && this.#isBefore(other, document)) low = middle + 1
      else high = middle
    }
    return low
  }

  #isBefore(one: LakeDocument, other: LakeDocument): boolean {
    const inView = one._id < other._id ? [one, other] : [other, one]
    return this.#sort(inView)[0] === one
  }
}
