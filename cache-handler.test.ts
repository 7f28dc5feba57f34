import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {nodeFs} from 'next/dist/server/lib/node-fs-methods.js'
import type {CachedRouteKind, IncrementalCacheKind} from 'next/dist/server/response-cache/types.js'
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
  const begunAt = Date.now()
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
