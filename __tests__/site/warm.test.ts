import {ownOrigin} from '#sanity/lib/revalidation/warm.ts'
import {type CacheState, startAnsweringSite} from '../support/answering-site.ts'

let site: Awaited<ReturnType<typeof startAnsweringSite>>

async function warm(paths: string[]): Promise<string[]> {
  const {warm: warmPages} = await import('#sanity/lib/revalidation/warm.ts')
  return warmPages(paths)
}

async function startSite(stateOf: (path: string, asked: number) => CacheState): Promise<void> {
  site = await startAnsweringSite(stateOf)
  process.env.PORT = String(site.port)
}

beforeEach(() => {
  jest.resetModules()
  process.env.HOST = '127.0.0.1'
  process.env.SANITY_API_READ_TOKEN = 'a token of this test'
})

afterEach(() => site?.close())

test('a page that is out of date is asked for until the new one stands, one that is fresh once', async () => {
  await startSite((path, asked) => (path === '/old' && asked < 4 ? 'STALE' : 'HIT'))
  expect(await warm(['/old', '/fresh'])).toEqual([])
  expect(site.asked('/old')).toHaveLength(4)
  expect(site.asked('/fresh')).toHaveLength(1)
})

test.each([null, 'failing'] as const)(
  'a page that cannot be had (%s) is named as late, and holds up no other',
  async (state) => {
    await startSite((path) => (path === '/broken' ? state : 'HIT'))
    expect(await warm(['/broken', '/a', '/b', '/c'])).toEqual(['/broken'])
  },
)

test('pages that wait are made once, however many changes ask for them', async () => {
  await startSite(() => 'HIT')
  const paths = ['/a', '/b', '/c', '/d', '/e']
  await Promise.all([warm(paths), warm(paths), warm(paths)])
  // The first three are being made when the second change comes, which may have come too late for them.
  expect(site.asked('/d')).toHaveLength(1)
  expect(site.asked('/e')).toHaveLength(1)
  expect(site.asked('/a').length).toBeLessThanOrEqual(2)
})

test('a change of everything does not ask for everything at once', async () => {
  await startSite(() => 'HIT')
  await warm(Array.from({length: 12}, (_, index) => `/${index}`))
  expect(site.asked()).toHaveLength(12)
  expect(site.mostAtOnce()).toBeLessThanOrEqual(3)
})

test.each([
  ['127.0.0.1', 'http://127.0.0.1:4000'],
  ['0.0.0.0', 'http://127.0.0.1:4000'],
  ['::', 'http://127.0.0.1:4000'],
  ['::1', 'http://[::1]:4000'],
  ['site.example', 'http://site.example:4000'],
])('a site that listens on %s asks itself at %s', (host, origin) => {
  expect(ownOrigin({host, port: 4000})).toBe(origin)
})
