import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {nodeFs} from 'next/dist/server/lib/node-fs-methods.js'
import type {CachedRouteKind, IncrementalCacheKind} from 'next/dist/server/response-cache/types.js'
import {steadyNow} from '#lib/steady-clock.ts'
import PageCache from './cache-handler.ts'

const {
  CachedRouteKind: {APP_PAGE: keptPage},
  IncrementalCacheKind: {APP_PAGE: askedPage},
}: {
  CachedRouteKind: {APP_PAGE: CachedRouteKind.APP_PAGE}
  IncrementalCacheKind: {APP_PAGE: IncrementalCacheKind.APP_PAGE}
} = jest.requireActual('next/dist/server/response-cache')

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cache-handler-'))
  jest.useFakeTimers({now: Date.UTC(2026, 2, 1)})
})

afterEach(() => {
  jest.useRealTimers()
  rmSync(folder, {recursive: true})
})

/** Next.js makes one for each request. */
const forRequest = () =>
  new PageCache({
    fs: nodeFs,
    flushToDisk: false,
    serverDistDir: folder,
    revalidatedTags: [],
    maxMemoryCacheSize: 1_000_000,
    _requestHeaders: {},
  })

const made: Parameters<PageCache['set']>[1] = {
  kind: keptPage,
  html: '<p>Words</p>',
  rscData: undefined,
  status: 200,
  postponed: undefined,
  headers: {},
  segmentData: undefined,
}

it('dates a page by when it was begun: what changes while it is made makes it out of date', async () => {
  const begunAt = steadyNow()
  const request = forRequest()
  jest.advanceTimersByTime(3_000)
  await request.set('/a', made, {isRoutePPREnabled: false, isFallback: false})
  const kept = await forRequest().get('/a', {
    kind: askedPage,
    isRoutePPREnabled: false,
    isFallback: false,
  })
  expect(kept?.lastModified).toBe(begunAt)
})

it('takes a change for later than a page that was made before it, though the clock was set back meanwhile', async () => {
  const {areTagsStale} = jest.requireActual('next/dist/server/lib/incremental-cache/tags-manifest.external')
  const where = {isRoutePPREnabled: false, isFallback: false}
  await forRequest().set('/b', made, where)
  jest.advanceTimersByTime(1_000)
  jest.setSystemTime(Date.now() - 3_600_000)
  await forRequest().revalidateTag(['page:b'], {expire: 31_536_000})
  const kept = await forRequest().get('/b', {kind: askedPage, ...where})
  expect(areTagsStale(['page:b'], kept?.lastModified)).toBe(true)

  jest.advanceTimersByTime(1_000)
  await forRequest().set('/b', {...made}, where)
  const again = await forRequest().get('/b', {kind: askedPage, ...where})
  expect(areTagsStale(['page:b'], again?.lastModified)).toBe(false)
})

it('has a page that was made when it was first asked for on the disk for the next process', async () => {
  const where = {isRoutePPREnabled: true, isFallback: false}
  const process = async () => {
    // Next.js keeps its memory with the module.
    jest.resetModules()
    const {default: Cache} = await import('./cache-handler.ts')
    return new Cache({
      fs: nodeFs,
      flushToDisk: true,
      serverDistDir: folder,
      revalidatedTags: [],
      maxMemoryCacheSize: 1_000_000,
      _requestHeaders: {},
    })
  }
  await (await process()).set('/d', {...made, rscData: Buffer.from('data')}, where)
  const kept = await (await process()).get('/d', {kind: askedPage, ...where})
  expect(kept?.value).toMatchObject({html: '<p>Words</p>', rscData: Buffer.from('data')})
})

it('leaves a page on the disk as it was when the new one cannot be written whole', async () => {
  const where = {isRoutePPREnabled: true, isFallback: false}
  const onDisk = (writeFile: typeof nodeFs.writeFile) =>
    new PageCache({
      fs: {...nodeFs, writeFile},
      flushToDisk: true,
      serverDistDir: folder,
      revalidatedTags: [],
      maxMemoryCacheSize: 1_000_000,
      _requestHeaders: {},
    })
  const cutOff = async (file: string, data: string | Buffer) => {
    mkdirSync(path.dirname(file), {recursive: true})
    writeFileSync(file, data.slice(0, 4))
    throw new Error('ENOSPC')
  }
  await onDisk(nodeFs.writeFile).set('/c', made, where)
  await onDisk(cutOff)
    .set('/c', {...made, html: '<p>Other words</p>'}, where)
    .catch(() => {})
  const pages = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) =>
    name.endsWith('.html'),
  )
  expect(pages).toHaveLength(1)
  const kept = readFileSync(path.join(folder, pages[0] ?? ''), 'utf8')
  expect(['<p>Words</p>', '<p>Other words</p>']).toContain(kept)
})
