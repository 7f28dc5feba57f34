import {startAnsweringLake} from '../support/answering-lake.ts'

jest.mock('next/cache', () => ({cacheLife: () => {}, cacheTag: () => {}}))
jest.mock('next/headers', () => ({draftMode: async () => ({isEnabled: false})}))
// Waits for a request, which there is here.
jest.mock('next/server', () => ({connection: async () => {}}))

let lake: Awaited<ReturnType<typeof startAnsweringLake>>

beforeEach(async () => {
  jest.resetModules()
  lake = await startAnsweringLake()
  process.env.LAKE_URL = lake.url
  process.env.SANITY_API_READ_TOKEN = 'a token of this test'
  process.env.SITE_URL = 'https://www.trust.example'
})

afterEach(() => lake.close())

async function robots(environment: string | undefined): Promise<string> {
  if (environment === undefined) delete process.env.SITE_ENVIRONMENT
  else process.env.SITE_ENVIRONMENT = environment
  const {GET} = await import('../../app/robots.txt/route.ts')
  return (await GET()).text()
}

test('the production site may be listed, but for what is for staff and programs, and says where its map is', async () => {
  expect((await robots('production')).split('\n')).toEqual([
    'User-agent: *',
    'Allow: /',
    'Disallow: /api/',
    'Disallow: /studio',
    'Disallow: /lake/',
    '',
    'Sitemap: https://www.trust.example/sitemap.xml',
    '',
  ])
})

test.each([undefined, 'preview'])('no other site may be listed: %s', async (environment) => {
  expect(await robots(environment)).toBe('User-agent: *\nDisallow: /\n')
})

test('the map has what may be listed alone, at whole addresses, with the day of its last change', async () => {
  const page = {_type: 'page', title: 'A page'}
  const result = {
    home: 'page-home',
    claims: ['2025-02-03T10:00:00Z', '2024-12-31T10:00:00Z'],
    documents: [
      {...page, _id: 'page-home', slug: 'home', _updatedAt: '2025-01-02T23:59:00Z'},
      {...page, _id: 'page-a', slug: 'about/joining', _updatedAt: '2024-05-06T00:00:00Z'},
      {...page, _id: 'page-b', slug: 'thanks', _updatedAt: '2024-05-07T00:00:00Z', hidden: true},
      {_id: 'oak', _type: 'school', title: 'Oak', slug: 'oak', _updatedAt: '2023-07-08T00:00:00Z'},
      {_id: 'nameless', _type: 'school', title: null, slug: 'nameless', _updatedAt: '2023-07-08T00:00:00Z'},
    ],
  }
  jest.spyOn(process.stderr, 'write').mockReturnValue(true)
  lake.answer({status: 200, body: {result}})
  const {default: sitemap} = await import('../../app/sitemap.ts')
  const listed = (await sitemap()).map(({url, lastModified}) => [url, lastModified])
  expect(Object.fromEntries(listed)).toEqual({
    'https://www.trust.example/': '2025-01-02',
    'https://www.trust.example/about/joining': '2024-05-06',
    'https://www.trust.example/schools/oak': '2023-07-08',
    'https://www.trust.example/schools': '2023-07-08',
    'https://www.trust.example/evidence': '2025-02-03',
    'https://www.trust.example/accessibility-statement': undefined,
  })
})
