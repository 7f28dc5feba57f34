import {Bucket, type Entry} from './bucket.ts'

/**
 * Entries by a key that several may share. Under most keys (slugs, ids that are referred to) there is one alone, which
 * stands there without a bucket around it: the buckets would take more memory than all else that a view keeps.
 */
export class KeyIndex {
  readonly #found = new Map<string, Entry | Bucket>()

  add(key: string, entry: Entry): void {
    const found = this.#found.get(key)
    if (found === undefined) this.#found.set(key, entry)
    else if (found instanceof Bucket) found.add(entry)
    else if (found !== entry) this.#found.set(key, Bucket.of(found, entry))
  }

  delete(key: string, entry: Entry): void {
    const found = this.#found.get(key)
    if (found instanceof Bucket) found.delete(entry)
    if (found === entry || (found instanceof Bucket && found.size === 0)) this.#found.delete(key)
  }

  size(key: string): number {
    const found = this.#found.get(key)
    return found instanceof Bucket ? found.size : found === undefined ? 0 : 1
  }

  entries(key: string): Iterable<Entry> {
    const found = this.#found.get(key)
    return found instanceof Bucket ? found.entries() : found === undefined ? [] : [found]
  }

  bucket(key: string): Bucket | undefined {
    const found = this.#found.get(key)
    return found === undefined || found instanceof Bucket ? found : Bucket.of(found)
  }
}
