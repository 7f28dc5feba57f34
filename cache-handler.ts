import {randomUUID} from 'node:crypto'
import {rename, rm, writeFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import type {IncrementalCacheKind} from 'next/dist/server/response-cache/types.js'
import {isAnswerToInput} from '#lib/answers-to-input.ts'
import {siteMetrics} from '#lib/metrics/site-metrics.ts'
import {steadyNow} from '#lib/steady-clock.ts'
import {withoutScript} from '#lib/without-script.ts'

// Paths that Next.js's documentation does not name, which is why package.json pins the version and a test on the
// built site holds what is needed here. By require, so that Next.js and this file share one memory.
const require = createRequire(import.meta.url)
const {
  default: FileSystemCache,
}: typeof import('next/dist/server/lib/incremental-cache/file-system-cache.js') =
  require('next/dist/server/lib/incremental-cache/file-system-cache.js')
const {
  tagsManifest,
}: typeof import('next/dist/server/lib/incremental-cache/tags-manifest.external.js') = require('next/dist/server/lib/incremental-cache/tags-manifest.external.js')
const {
  IncrementalCacheKind: {APP_PAGE: page, APP_ROUTE: route},
}: {
  IncrementalCacheKind: {APP_PAGE: IncrementalCacheKind.APP_PAGE; APP_ROUTE: IncrementalCacheKind.APP_ROUTE}
} = require('next/dist/server/response-cache')

type Context = ConstructorParameters<typeof FileSystemCache>[0]
type GetArguments = Parameters<InstanceType<typeof FileSystemCache>['get']>
type SetArguments = Parameters<InstanceType<typeof FileSystemCache>['set']>
type TagArguments = Parameters<InstanceType<typeof FileSystemCache>['revalidateTag']>
type Entry = Awaited<ReturnType<InstanceType<typeof FileSystemCache>['get']>>
type Value = SetArguments[1]

const notFoundStatus = 404

/** Pages whose script has been taken out: a page stays in memory from its first visit on, and is read once. */
const bare = new WeakSet<NonNullable<Value>>()

/** When the making of a page began, in milliseconds since 1970. */
const begun = new WeakMap<NonNullable<Value>, number>()

/**
 * Keeps pages as Next.js does, in memory and on disk, with five differences.
 *
 * - Static pages are kept without script: they are whole as the server makes them, and a visitor should not fetch 170 kB
 *   to read one.
 * - Whoever tries addresses or types words must not be able to fill the disk: the answer to an address that never existed
 *   is kept in memory alone, which is bounded (`cacheMaxMemorySize`), and answers to input are not kept at all.
 * - A page is as old as the request that it was made for, not as its last word: one that was begun before a change and
 *   finished after it is out of date. Both are dated by a clock that nobody can set: on a clock that was set back, a
 *   change would seem older than the pages that it changes.
 * - A page is put on disk whole or not at all.
 * - A page that was first made for a visitor is there for the next process too.
 */
export default class PageCache extends FileSystemCache {
  readonly #memoryAlone: InstanceType<typeof FileSystemCache>
  /** Next.js makes one of these for each request. */
  readonly #begunAt = steadyNow()

  constructor(context: Context) {
    super({...context, fs: {...context.fs, writeFile: writeWhole}})
    this.#memoryAlone = new FileSystemCache({...context, flushToDisk: false})
  }

  /** Pages that the build made come to light here. */
  override async get(...request: GetArguments): Promise<Entry> {
    if (isAnswerToInput(pathOf(request[0]))) return null
    const entry = await super.get(...request)
    const value = entry?.value ?? null
    takeScriptOut(value)
    const begunAt = value === null ? undefined : begun.get(value)
    return entry === null || begunAt === undefined ? entry : {...entry, lastModified: begunAt}
  }

  /** In place, because Next.js answers whoever waits for a new page with the very object that it hands over here. */
  override async set(...[key, data, context]: SetArguments): Promise<void> {
    takeScriptOut(data)
    if (data !== null) siteMetrics().pagesMade.count({kind: data.kind === 'APP_PAGE' ? 'page' : 'file'})
    if (isAnswerToInput(pathOf(key))) return
    if (data !== null) begun.set(data, this.#begunAt)
    const isNew = isNotFound(data) && (await this.#hadNone(key, context, data?.kind === 'APP_ROUTE'))
    return isNew
      ? this.#memoryAlone.set(key, data, context)
      : super.set(key, data, withItsData(data, context))
  }

  override async revalidateTag(...[tags, durations]: TagArguments): Promise<void> {
    await super.revalidateTag(tags, durations)
    if (durations === undefined) return
    for (const tag of [tags].flat()) tagsManifest.set(tag, {...tagsManifest.get(tag), stale: steadyNow()})
  }

  /** A page, or its picture, that was withdrawn stays on disk as not found: it must not come back after a restart. */
  async #hadNone(key: string, context: SetArguments[2], isOfRoute: boolean): Promise<boolean> {
    if (context.fetchCache) return false
    const {isRoutePPREnabled = false, isFallback = false} = context
    const before = isOfRoute
      ? await this.get(key, {kind: route, isFallback: false})
      : await this.get(key, {kind: page, isRoutePPREnabled, isFallback})
    return before === null || isNotFound(before.value)
  }
}

/**
 * Next.js writes over a page where it stands: an end that comes meanwhile, or a disk that is full, would leave half of it,
 * which the next start gives to visitors.
 */
async function writeWhole(file: string, data: string | Buffer): Promise<void> {
  const draft = `${file}.${randomUUID()}.new`
  try {
    await writeFile(draft, data)
    await rename(draft, file)
  } catch (error) {
    await rm(draft, {force: true})
    throw error
  }
}

/** Next.js keeps what was made at run time under a name of the route, and the path of the page behind it. */
function pathOf(key: string): string {
  const mark = key.indexOf('/$/')
  return mark === -1 ? key : key.slice(mark + 2)
}

/**
 * Next.js reads a page without such a part from the disk only together with its data, and puts that there only for routes
 * that never have one: so after a start each page that was first made for a visitor would be missing.
 */
function withItsData(data: Value, context: SetArguments[2]): SetArguments[2] {
  const isWhole = data?.kind === 'APP_PAGE' && data.postponed == null && data.rscData !== undefined
  return isWhole && !context.fetchCache ? {...context, isRoutePPREnabled: false} : context
}

/** A page with a part left to be made for each visitor needs its script to receive it, and keeps it. */
function takeScriptOut(value: Value): void {
  if (value?.kind !== 'APP_PAGE' || value.postponed != null || bare.has(value)) return
  value.html = withoutScript(value.html)
  bare.add(value)
}

function isNotFound(data: Value): boolean {
  return (data?.kind === 'APP_PAGE' || data?.kind === 'APP_ROUTE') && data.status === notFoundStatus
}
