import {startAnsweringLake} from '../support/answering-lake.ts'

const tags: string[] = []
jest.mock('next/cache', () => ({cacheLife: () => {}, cacheTag: (...given: string[]) => tags.push(...given)}))
jest.mock('next/headers', () => ({
  draftMode: async () => ({isEnabled: draft}),
  cookies: async () => cookies,
}))
let draft = false
const cookies = new Map<string, {value: string}>()

let lake: Awaited<ReturnType<typeof startAnsweringLake>>
let log: jest.SpyInstance

const page = {
  _id: 'page-a',
  title: 'A page',
  slug: 'a',
  summary: null,
  seo: null,
  sections: [
    {_key: 'one', _type: 'richTextSection', heading: 'First', body: []},
    {_key: 'two', _type: 'mysterySection'},
    {
      _key: 'three',
      _type: 'callToActionSection',
      label: 7,
      target: {linkType: 'external', href: 'https://example.org'},
    },
    {
      _key: 'four',
      _type: 'resourceLinkSection',
      announcement: [
        {
          _type: 'block',
          _key: 'b',
          children: [{_type: 'span', _key: 's', text: 'In this article:', marks: []}],
        },
      ],
      resource: {_target: 'resource-a', _type: 'resource', title: 'An article', url: null},
    },
    {_key: 'five', _type: 'richTextSection', heading: 'Last', body: []},
  ],
}

beforeEach(async () => {
  jest.resetModules()
  tags.length = 0
  draft = false
  cookies.clear()
  lake = await startAnsweringLake()
  process.env.LAKE_URL = lake.url
  process.env.SANITY_API_READ_TOKEN = 'a token of this test'
  log = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
  for (const key of Object.getOwnPropertySymbols(globalThis))
    if (key.description?.startsWith('school-trust-website.')) Reflect.deleteProperty(globalThis, key)
})

afterEach(async () => {
  log.mockRestore()
  await lake.close()
})

const content = () => import('#sanity/lib/content.ts')

test('what is absent is null, and comes to life when its address is published', async () => {
  const {getPage} = await content()
  lake.answer({status: 200, body: {result: {page: [], school: []}}})
  expect(await getPage('nothing')).toBeNull()
  expect(tags).toEqual(['slug:page:nothing'])
})

test('a nested page is made again when one above it is published', async () => {
  const {getPage} = await content()
  lake.answer({status: 200, body: {result: {page: [], school: []}}})
  await getPage('joining/due-diligence/finance')
  expect(tags).toEqual(expect.arrayContaining(['slug:page:joining', 'slug:page:joining/due-diligence']))
})

test.each([401, 403])('a token that is refused (%i) is unreadable content, said once', async (status) => {
  const {getSettings} = await content()
  lake.answer({status, body: {message: 'Unauthorized'}})
  await expect(getSettings()).rejects.toMatchObject({name: 'ContentUnreadableError', status})
  expect(log).toHaveBeenCalledTimes(1)
  expect(log.mock.calls[0]?.[0]).toContain('SANITY_API_READ_TOKEN')
})

test('everything is read with the token, which a private dataset asks for', async () => {
  const {getHomePage, getSettings, getSchool, getSchools, getClaims, getEnquiryParties, getAddresses} =
    await content()
  const readings = [
    () => getSettings(),
    () => getHomePage(),
    () => getSchool('larkrigg'),
    () => getSchools(),
    () => getClaims(),
    () => getEnquiryParties('larkrigg'),
    () => getAddresses(),
  ]
  // What the lake answers does not matter here.
  for (const read of readings) await read().catch(() => {})
  expect(lake.authorizations().length).toBeGreaterThanOrEqual(readings.length)
  expect(new Set(lake.authorizations())).toEqual(new Set(['Bearer a token of this test']))
})

test('a lake that is down is told apart from a token that is refused', async () => {
  const {getSettings} = await content()
  await lake.close()
  await expect(getSettings()).rejects.toMatchObject({name: 'ContentLakeDownError'})
})

test('an unknown and a malformed section are left out and logged; the rest stands', async () => {
  const {getHomePage} = await content()
  lake.answer({status: 200, body: {result: {_id: 'siteSettings', page}}})
  const home = await getHomePage()
  expect(home?.sections.map(({key}) => key)).toEqual(['one', 'five'])
  const said = log.mock.calls.map(([line]) => String(line))
  expect(said).toEqual([
    expect.stringContaining('mysterySection'),
    expect.stringContaining('callToActionSection three'),
  ])
})

test('in a draft, what is held back is there with its reason', async () => {
  const {getHomePage} = await content()
  draft = true
  lake.answer({status: 200, body: {result: {_id: 'siteSettings', page}}})
  const home = await getHomePage()
  expect(home?.sections.map(({key, heldBack, mend}) => [key, heldBack, mend?.path])).toEqual([
    ['one', null, 'sections[_key=="one"].body'],
    ['two', 'This section cannot be shown: nothing shows a “mysterySection”.', 'sections[_key=="two"]'],
    ['three', expect.stringContaining('the wording of the link'), 'sections[_key=="three"]'],
    ['four', 'The resource has no address yet.', 'sections[_key=="four"].resource'],
    ['five', null, 'sections[_key=="five"].body'],
  ])
  expect(lake.requests().some((request) => request.includes('perspective=drafts'))).toBe(true)
})

test('who chose to see what is published in the preview sees no draft and nothing that is held back', async () => {
  const {getHomePage} = await content()
  draft = true
  cookies.set('sanity-preview-perspective', {value: 'published'})
  lake.answer({status: 200, body: {result: {_id: 'siteSettings', page}}})
  const home = await getHomePage()
  expect(home?.sections.map(({key}) => key)).toEqual(['one', 'five'])
  expect(lake.requests().at(-1)).toContain('perspective=published')
})

test('a visitor’s cookie about the preview changes nothing', async () => {
  const {getSettings} = await content()
  cookies.set('sanity-preview-perspective', {value: 'drafts'})
  lake.answer({status: 200, body: {result: {_id: 'siteSettings', trustName: 'A Trust'}}})
  await getSettings()
  expect(lake.requests().at(-1)).toContain('perspective=published')
})

test('visitors are read what is published', async () => {
  const {getSettings} = await content()
  lake.answer({status: 200, body: {result: {_id: 'siteSettings', trustName: 'A Trust'}}})
  expect((await getSettings()).contact.trustName).toBe('A Trust')
  expect(lake.requests().at(-1)).toContain('perspective=published')
  expect(tags).toEqual(['document:siteSettings'])
})
