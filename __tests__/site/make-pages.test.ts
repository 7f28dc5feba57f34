import {startAnsweringLake} from '../support/answering-lake.ts'
import {startAnsweringSite} from '../support/answering-site.ts'
import {changeOf} from '../support/document-change.ts'

let lake: Awaited<ReturnType<typeof startAnsweringLake>>
let site: Awaited<ReturnType<typeof startAnsweringSite>>
let log: jest.SpyInstance

const change = changeOf({id: 'page-a', type: 'page', slugBefore: 'a', slugAfter: 'a'})

beforeEach(async () => {
  jest.resetModules()
  lake = await startAnsweringLake()
  lake.answer({status: 200, body: {result: []}})
  site = await startAnsweringSite((path) => (path === '/schools' ? null : 'HIT'))
  process.env.LAKE_URL = lake.url
  process.env.PORT = String(site.port)
  process.env.HOST = '127.0.0.1'
  process.env.SANITY_API_READ_TOKEN = 'a token of this test'
  log = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
})

afterEach(async () => {
  log.mockRestore()
  await Promise.all([lake.close(), site.close()])
})

const modules = async () => ({
  ...(await import('#sanity/lib/revalidation/make-pages.ts')),
  ...(await import('#sanity/lib/revalidation/last-revalidation.ts')),
})

test('the pages are asked for, and what is late is remembered and logged', async () => {
  const {makePages, lastRevalidation} = await modules()
  await makePages(change)
  expect(site.asked().sort()).toEqual([
    '/',
    '/_not-found',
    '/a',
    '/evidence',
    '/evidence.csv',
    '/evidence.json',
    '/schools',
    '/share/a.png',
    '/sitemap.xml',
  ])
  expect(lastRevalidation()).toMatchObject({documentId: 'page-a', latePaths: ['/schools']})
  expect(lastRevalidation()?.warmedAt).not.toBeNull()
  expect(String(log.mock.calls[0]?.[0])).toContain('/schools')
})

test('with npm run dev no page is asked for, and none is late', async () => {
  const environment = jest.replaceProperty(process, 'env', {...process.env, NODE_ENV: 'development'})
  const {makePages, lastRevalidation} = await modules()
  await makePages(change)
  environment.restore()
  expect(site.asked()).toEqual([])
  expect(lastRevalidation()).toMatchObject({documentId: 'page-a', latePaths: []})
  expect(log).not.toHaveBeenCalled()
})

test('when the lake cannot say which pages show it, that is logged and nothing is thrown', async () => {
  const {makePages, lastRevalidation} = await modules()
  await lake.close()
  await makePages(change)
  expect(lastRevalidation()).toMatchObject({documentId: 'page-a', warmedAt: null})
  expect(String(log.mock.calls[0]?.[0])).toContain('page-a')
})

test('a message counts as under way until its pages are made', async () => {
  const {beginRevalidation, revalidationsUnderWay} = await modules()
  const [first, second] = [beginRevalidation(), beginRevalidation()]
  expect(revalidationsUnderWay()).toBe(2)
  first()
  second()
  expect(revalidationsUnderWay()).toBe(0)
})

test('a change that may have been overtaken is sent again, after the lake has answered what it was asked', async () => {
  const {repeatLater} = await modules()
  const {beginRead} = await import('#sanity/lib/recent-reads.ts')
  const answered = beginRead()
  const repeated = repeatLater(change, 'a secret of this test')
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect(site.asked('/api/revalidate')).toEqual([])
  answered()
  await repeated
  expect(site.asked('/api/revalidate')).toHaveLength(1)
})
