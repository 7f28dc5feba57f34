import {readdirSync, statSync} from 'node:fs'
import {readFile, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {prepareFolder, writeFileAtomically} from './atomic-file.ts'

export type DerivedCache = {
  /** The stored bytes, else those that `make` makes. Asked for twice at once, they are made once. */
  get(key: string, make: () => Promise<Buffer>): Promise<Buffer>
}

/**
 * Keeps what was derived from originals in a folder, up to `limit` bytes; what was not asked for longest goes first.
 * Everything in it can be made again, so the folder may be deleted while stopped.
 */
export function createDerivedCache({folder, limit}: {folder: string; limit: number}): DerivedCache {
  /** Sizes in bytes by key, in the order of last use. */
  const sizes = readSizes(folder)
  let total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const underWay = new Map<string, Promise<Buffer>>()

  async function load(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const size = sizes.get(key)
    if (size !== undefined) {
      sizes.delete(key)
      sizes.set(key, size)
      const stored = await readFile(join(folder, key)).catch(() => null)
      if (stored) return stored
    }
    const bytes = await make()
    await store(key, bytes)
    return bytes
  }

  async function store(key: string, bytes: Buffer): Promise<void> {
    if (bytes.length > limit) return
    await writeFileAtomically(join(folder, key), bytes, {durable: false})
    total += bytes.length - (sizes.get(key) ?? 0)
    sizes.delete(key)
    sizes.set(key, bytes.length)
    for (const [oldest, size] of sizes) {
      if (total <= limit) break
      sizes.delete(oldest)
      total -= size
      await rm(join(folder, oldest), {force: true})
    }
  }

  return {
    get(key, make) {
      const running = underWay.get(key)
      if (running) return running
      const loading = load(key, make).finally(() => underWay.delete(key))
      underWay.set(key, loading)
      return loading
    },
  }
}

/** What an earlier run left, oldest first. */
function readSizes(folder: string): Map<string, number> {
  prepareFolder(folder)
  const entries = readdirSync(folder)
    .map((name) => ({name, ...statSync(join(folder, name))}))
    .sort((a, b) => a.mtimeMs - b.mtimeMs)
  return new Map(entries.map(({name, size}) => [name, size]))
}
