import {pagesAt} from '#lib/site-addresses.ts'
import type {DocumentChange} from '#sanity/lib/revalidation/change.ts'
import {startTestLake, type TestLake} from '../lake/support.ts'
import {changeOf} from '../support/document-change.ts'

let lake: TestLake

const reference = (id: string) => ({_type: 'reference', _ref: id})
const slug = (current: string) => ({_type: 'slug', current})

const documents = [
  {_id: 'siteSettings', _type: 'siteSettings', homePage: reference('home')},
  {_id: 'home', _type: 'page', slug: slug('home')},
  {
    _id: 'quoting',
    _type: 'page',
    slug: slug('quoting'),
    sections: [{_key: 'a', _type: 'testimonialsSection', testimonials: [{_key: 'b', ...reference('said')}]}],
  },
  {
    _id: 'listing',
    _type: 'page',
    slug: slug('about/schools'),
    sections: [{_key: 'a', _type: 'schoolsSection', selection: 'by-phase'}],
  },
  {
    _id: 'choosing',
    _type: 'page',
    slug: slug('choosing'),
    sections: [{_key: 'a', _type: 'schoolsSection', selection: 'chosen'}],
  },
  {_id: 'above', _type: 'page', slug: slug('about')},
  {_id: 'oak', _type: 'school', slug: slug('oak')},
  {_id: 'elm', _type: 'school', slug: slug('elm')},
  {_id: 'said', _type: 'testimonial', school: reference('oak')},
  {_id: 'testimonialProof.said', _type: 'testimonialProof', permissionGivenOn: '2020-01-01'},
]

beforeAll(async () => {
  lake = await startTestLake()
  process.env.LAKE_URL = lake.url
  process.env.SANITY_API_READ_TOKEN = lake.secrets.readToken
  const creation = lake.client().transaction()
  for (const document of documents) creation.create<object>(document)
  await creation.commit()
})

afterAll(() => lake.close())

/** Asked for after every change: a page that is fresh costs nothing to ask for. */
const always = [
  '/',
  '/schools',
  '/sitemap.xml',
  '/evidence',
  '/evidence.json',
  '/evidence.csv',
  '/_not-found',
]

async function pathsOf(change: Parameters<typeof changeOf>[0]): Promise<string[]> {
  const {affectedPaths} = await import('#sanity/lib/revalidation/affected-paths.ts')
  const paths = await affectedPaths(changeOf(change))
  return paths.filter((path) => !always.includes(path)).sort()
}

test('the lists are always asked for, and what is shown where nothing is', async () => {
  const {affectedPaths} = await import('#sanity/lib/revalidation/affected-paths.ts')
  const change = changeOf({id: 'none', type: 'redirect'})
  expect(await affectedPaths(change)).toEqual(always)
})

test('a page is itself', async () => {
  expect(
    await pathsOf({id: 'choosing', type: 'page', slugBefore: 'choosing', slugAfter: 'choosing'}),
  ).toEqual(['/choosing', '/share/choosing.png'])
})

test('a page that is new has no picture yet that could show what it was', async () => {
  const created = await pathsOf({id: 'choosing', type: 'page', operation: 'create', slugAfter: 'choosing'})
  expect(created).toEqual(['/choosing'])
})

test('a page is those below it too, which name it', async () => {
  expect(await pathsOf({id: 'above', type: 'page', slugBefore: 'about', slugAfter: 'about'})).toEqual([
    '/about',
    '/about/schools',
    '/share/about.png',
  ])
})

test('a page that moved is both addresses, and one that is gone is its old one', async () => {
  expect(await pathsOf({id: 'x', type: 'page', slugBefore: 'old', slugAfter: 'new/place'})).toEqual([
    '/new/place',
    '/old',
    '/share/new/place.png',
    '/share/old.png',
  ])
  expect(await pathsOf({id: 'y', type: 'page', operation: 'delete', slugBefore: 'gone'})).toEqual([
    '/gone',
    '/share/gone.png',
  ])
})

test('a testimonial is every page that quotes it and its school, and the school that it left', async () => {
  expect(await pathsOf({id: 'said', type: 'testimonial', schools: ['elm', 'oak']})).toEqual([
    '/quoting',
    ...pagesAt('/schools/elm'),
    ...pagesAt('/schools/oak'),
  ])
})

test('a proof is what its testimonial is', async () => {
  expect(await pathsOf({id: 'testimonialProof.said', type: 'testimonialProof'})).toEqual([
    '/quoting',
    ...pagesAt('/schools/oak'),
  ])
})

test('a school is the pages that list schools by a rule, and those that quote somebody in it', async () => {
  const paths = await pathsOf({id: 'oak', type: 'school', slugBefore: 'oak', slugAfter: 'oak'})
  expect(paths).toEqual(expect.arrayContaining(['/about/schools', '/quoting', '/schools/oak']))
  expect(paths).not.toContain('/choosing')
})

describe('a school among others', () => {
  /** Along a road to the north: the neighbours of each are the two on one side and the one on the other. */
  const road = ['fir', 'gorse', 'hazel', 'ivy', 'juniper', 'kale', 'larch', 'maple']
  const at = (position: number) => ({lat: 57 + position / 10, lng: -4})
  const created = road.map((name, position) => ({
    _id: name,
    _type: 'school',
    slug: slug(name),
    location: {_type: 'geopoint', ...at(position)},
  }))

  beforeAll(async () => {
    const creation = lake.client().transaction()
    for (const document of created) creation.create<object>(document)
    await creation.commit()
  })

  afterAll(() => lake.client().delete({query: '*[_id in $road]', params: {road}}))

  const schoolsOf = async (change: Partial<DocumentChange>) => {
    const told = {id: 'nettle', type: 'school', slugAfter: 'nettle', isListedOtherwise: true, ...change}
    const paths = await pathsOf(told)
    return paths.filter((path) => path.startsWith('/schools/') && !path.startsWith('/schools/nettle'))
  }

  test('has pages below its own', async () => {
    expect(await pathsOf({id: 'nettle', type: 'school', operation: 'create', slugAfter: 'nettle'})).toEqual(
      expect.arrayContaining(['/schools/nettle', '/schools/nettle/talk', '/schools/nettle/talk/sent']),
    )
  })

  test('that joins is on the pages of those near it, and on no others', async () => {
    expect(await schoolsOf({operation: 'create', places: [at(-0.5)]})).toEqual([
      '/schools/fir',
      '/schools/gorse',
    ])
  })

  test('that moves is on the pages near where it was and near where it is', async () => {
    expect(await schoolsOf({places: [at(-0.5), at(7.5)]})).toEqual(
      ['fir', 'gorse', 'larch', 'maple'].map((name) => `/schools/${name}`),
    )
  })

  test('that is shown as before is on no page of another to be made', async () => {
    expect(await schoolsOf({isListedOtherwise: false, places: [at(-0.5), at(-0.5)]})).toEqual([])
  })
})

test('the settings are every page, the accessibility statement, and the manifest with the Trust’s name', async () => {
  expect(await pathsOf({id: 'siteSettings', type: 'siteSettings'})).toEqual([
    '/about',
    '/about/schools',
    '/accessibility-statement',
    '/choosing',
    '/home',
    '/manifest.webmanifest',
    '/quoting',
    ...pagesAt('/schools/elm'),
    ...pagesAt('/schools/oak'),
  ])
})

test('a page that the settings name is every page when it moves, and itself otherwise', async () => {
  const moved = await pathsOf({id: 'home', type: 'page', slugBefore: 'home', slugAfter: 'start'})
  expect(moved).toEqual(expect.arrayContaining(['/start', '/quoting', '/choosing', '/schools/elm']))
  const edited = await pathsOf({id: 'home', type: 'page', slugBefore: 'home', slugAfter: 'home'})
  expect(edited).toEqual(['/home', '/share/home.png'])
})

test('a redirect is where it started', async () => {
  expect(await pathsOf({id: 'r', type: 'redirect', paths: ['/from', '/before']})).toEqual([
    '/before',
    '/from',
  ])
})

test('only paths are asked for, whatever a redirect calls its old address', async () => {
  const paths = ['/old', '@evil.example/', '.evil.example', 'https://evil.example/']
  expect(await pathsOf({id: 'r', type: 'redirect', paths})).toEqual(['/old'])
})
