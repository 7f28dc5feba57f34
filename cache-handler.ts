import {createRequire} from 'node:module'
import type {IncrementalCacheKind} from 'next/dist/server/response-cache/types.js'

// Paths that Next.js's documentation does not name, which is why package.json pins the version and a test on the
// built site holds what is needed here. By require, so that Next.js and this file share one memory.
const require = createRequire(import.meta.url)
const {
  default: FileSystemCache,
}: typeof import('next/dist/server/lib/incremental-cache/file-system-cache.js') =
  require('next/dist/server/lib/incremental-cache/file-system-cache.js')
const {
  IncrementalCacheKind: {APP_PAGE: page},
}: {
  IncrementalCacheKind: {APP_PAGE: IncrementalCacheKind.APP_PAGE}
} = require('next/dist/server/response-cache')

type Context = ConstructorParameters<typeof FileSystemCache>[0]
type SetArguments = Parameters<InstanceType<typeof FileSystemCache>['set']>

const notFoundStatus = 404

/**
 * Keeps pages as Next.js does, in memory and on disk, but the answer to an address that never existed in memory
 * alone, which is bounded (`cacheMaxMemorySize`): whoever tries addresses must not be able to fill the disk.
 */
export default class PageCache extends FileSystemCache {
  readonly #memoryAlone: InstanceType<typeof FileSystemCache>

  constructor(context: Context) {
    super(context)
    this.#memoryAlone = new FileSystemCache({...context, flushToDisk: false})
  }

  override async set(...[key, data, context]: SetArguments): Promise<void> {
    const isNew = isNotFound(data) && (await this.#hadNoPage(key, context))
    return isNew ? this.#memoryAlone.set(key, data, context) : super.set(key, data, context)
  }

  /** A page that was withdrawn stays on disk as not found: the page itself must not come back after a restart. */
  async #hadNoPage(key: string, context: SetArguments[2]): Promise<boolean> {
    if (context.fetchCache) return false
    const {isRoutePPREnabled = false, isFallback = false} = context
    const before = await this.get(key, {kind: page, isRoutePPREnabled, isFallback})
    return before === null || isNotFound(before.value)
  }
}

function isNotFound(data: SetArguments[1]): boolean {
  return data?.kind === 'APP_PAGE' && data.status === notFoundStatus
}
