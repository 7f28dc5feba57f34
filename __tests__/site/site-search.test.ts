import {startAnsweringLake} from '../support/answering-lake.ts'

const tags = new Set<string>()
jest.mock('next/cache', () => ({
  cacheLife: () => {},
  cacheTag: (...given: string[]) => {
    for (const tag of given) tags.add(tag)
  },
}))
jest.mock('next/headers', () => ({draftMode: async () => ({isEnabled: false})}))

let lake: Awaited<ReturnType<typeof startAnsweringLake>>

const words = (text: string) => [
  {
    _key: 'words',
    _type: 'richTextSection',
    body: [{_key: 'b', _type: 'block', children: [{_key: 's', _type: 'span', text, marks: []}]}],
  },
]

const result = {
  home: 'page-home',
  pages: [
    {_id: 'page-home', title: 'Welcome', slug: 'home', sections: words('Come in.')},
    {_id: 'page-a', title: 'Joining us', slug: 'about/joining', sections: words('It takes a year.')},
    {
      _id: 'page-b',
      title: 'Thank you',
      slug: 'thanks',
      sections: words('It takes a day.'),
      seo: {hideFromSearch: true},
    },
    {_id: 'page-broken', title: 7},
  ],
  schools: [
    {
      _id: 'school-a',
      name: 'Larkrigg School',
      slug: 'larkrigg',
      phase: 'special',
      town: 'Brackenfirth',
      headteacher: 'Sunniva Clay',
    },
    {_id: 'school-b', name: 'Oak School', slug: 'oak', town: 'Marfield', status: 'joining'},
    {_id: 'school-c', name: 'Elm School', slug: 'elm', town: 'Marfield', status: 'left'},
  ],
}

beforeEach(async () => {
  jest.resetModules()
  jest.spyOn(process.stderr, 'write').mockReturnValue(true)
  tags.clear()
  lake = await startAnsweringLake()
  lake.answer({status: 200, body: {result}})
  process.env.LAKE_URL = lake.url
  process.env.SANITY_API_READ_TOKEN = 'a token of this test'
})

afterEach(() => lake.close())

async function find(typed: string) {
  const {getSearch} = await import('#sanity/lib/site-search.ts')
  return (await getSearch())(typed).map(({path}) => path)
}

test('pages and schools are found at their addresses, the home page at its own', async () => {
  expect(await find('year')).toEqual(['/about/joining'])
  expect(await find('come in')).toEqual(['/'])
  expect(await find('brackenfirth')).toEqual(['/schools/larkrigg'])
})

test.each([
  ['accessibility statement', '/accessibility-statement'],
  ['evidence', '/evidence'],
  ['our schools', '/schools'],
])('the site’s own page is found: %s', async (typed, path) => {
  expect((await find(typed))[0]).toBe(path)
})

test('a school is found by whoever leads it', async () => {
  expect(await find('sunniva clay')).toEqual(['/schools/larkrigg'])
})

test('what is found says which schools are not in the Trust', async () => {
  const {getSearch} = await import('#sanity/lib/site-search.ts')
  const found = (await getSearch())('marfield').map(({path, summary}) => [path, summary])
  expect(Object.fromEntries(found)).toEqual({
    '/schools/oak': 'Marfield. It is joining our Trust.',
    '/schools/elm': 'Marfield. It is no longer part of our Trust.',
  })
})

test('what staff keep out of search engines is not found, and what is malformed keeps nothing else from it', async () => {
  expect(await find('thank')).toEqual([])
  const found = await find('takes')
  expect(found[0]).toBe('/about/joining')
  expect(found).not.toContain('/thanks')
})

test('pages and schools are one question and claims another, however many there are; the answer is kept by what it is made from', async () => {
  await find('anything')
  expect(lake.requests()).toHaveLength(2)
  for (const tag of [
    'list:page',
    'list:school',
    'list:benefitClaim',
    'list:home',
    'document:page-a',
    'document:school-a',
  ])
    expect(tags).toContain(tag)
})
