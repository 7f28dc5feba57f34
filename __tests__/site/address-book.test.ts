import {startAnsweringLake} from '../support/answering-lake.ts'

let lake: Awaited<ReturnType<typeof startAnsweringLake>>

const named = (slug: string) => ({slug, title: 'A name'})

const result = {
  page: [...['joining', 'home', 'taken'].map(named), {slug: 'untitled', title: null}],
  school: [named('larkrigg'), {slug: 'nameless', title: ' '}],
  home: 'home',
  redirects: [
    {from: '/join', to: '/joining', permanent: true},
    {from: '/soon', to: '/join', permanent: false},
    {from: '/taken', to: '/joining', permanent: true},
    {from: '/schools/old', to: '/schools/larkrigg', permanent: true},
    {from: '/welcome', to: '/home', permanent: true},
    {from: '/one', to: '/two', permanent: true},
    {from: '/two', to: '/one', permanent: true},
    {from: '/through', to: '/taken', permanent: true},
    {from: '/tŷ', to: '/joining', permanent: true},
    {from: '/shout', to: '/SHOUT', permanent: true},
  ],
}

beforeEach(async () => {
  jest.resetModules()
  jest.spyOn(process.stderr, 'write').mockReturnValue(true)
  for (const key of Object.getOwnPropertySymbols(globalThis))
    if (key.description?.startsWith('school-trust-website.')) Reflect.deleteProperty(globalThis, key)
  lake = await startAnsweringLake()
  lake.answer({status: 200, body: {result}})
  process.env.LAKE_URL = lake.url
  process.env.SANITY_API_READ_TOKEN = 'a token of this test'
})

afterEach(() => lake.close())

const book = () => import('#sanity/lib/address-book.ts')

async function untilTrue(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}

test.each([
  ['/join', {kind: 'moved', to: '/joining', permanent: true}],
  ['/soon', {kind: 'moved', to: '/joining', permanent: false}],
  ['/schools/old', {kind: 'moved', to: '/schools/larkrigg', permanent: true}],
  ['/schools/old/talk', {kind: 'moved', to: '/schools/larkrigg/talk', permanent: true}],
  ['/schools/old/talk/sent', {kind: 'moved', to: '/schools/larkrigg/talk/sent', permanent: true}],
  ['/schools/old/else', {kind: 'unknown'}],
  ['/schools/larkrigg/talk', {kind: 'here'}],
  ['/schools/larkrigg/talk/sent', {kind: 'here'}],
  ['/schools/larkrigg/talk/sent-without-copy', {kind: 'here'}],
  ['/schools/larkrigg/talk/else', {kind: 'unknown'}],
  ['/schools/larkrigg/', {kind: 'unknown'}],
  ['/schools/nothing/talk', {kind: 'unknown'}],
  ['/home', {kind: 'moved', to: '/', permanent: true}],
  ['/taken', {kind: 'here'}],
  ['/welcome', {kind: 'moved', to: '/', permanent: true}],
  ['/one', {kind: 'unknown'}],
  ['/through', {kind: 'moved', to: '/taken', permanent: true}],
  ['/t%C5%B7', {kind: 'moved', to: '/joining', permanent: true}],
  // Without a name there is nothing to show.
  ['/untitled', {kind: 'unknown'}],
  ['/schools/nameless', {kind: 'unknown'}],
  ['/schools/nameless/talk', {kind: 'unknown'}],
  ['/JOINING', {kind: 'moved', to: '/joining', permanent: true}],
  ['/Schools/Larkrigg/Talk', {kind: 'moved', to: '/schools/larkrigg/talk', permanent: true}],
  ['/Soon', {kind: 'moved', to: '/joining', permanent: false}],
  ['/Nothing', {kind: 'unknown'}],
  // Would lead to and fro between both.
  ['/SHOUT', {kind: 'unknown'}],
  ['/%E0%A4', {kind: 'unknown'}],
  ['/share/joining.png', {kind: 'here'}],
  ['/share/home.png', {kind: 'here'}],
  ['/share/schools.png', {kind: 'here'}],
  ['/share/schools/larkrigg.png', {kind: 'here'}],
  ['/share/nothing.png', {kind: 'unknown'}],
  ['/share/schools/nothing.png', {kind: 'unknown'}],
  ['/share/api/health.png', {kind: 'unknown'}],
  ['/share/joining', {kind: 'unknown'}],
  ['/joining', {kind: 'here'}],
  ['/schools/larkrigg', {kind: 'here'}],
  ['/', {kind: 'here'}],
  ['/schools', {kind: 'here'}],
  ['/sitemap.xml', {kind: 'here'}],
  ['/nothing', {kind: 'unknown'}],
  ['/schools/nothing', {kind: 'unknown'}],
  ['/index.html', {kind: 'unknown'}],
])('at %s is %p', async (path, expected) => {
  const {placeOf} = await book()
  expect(await placeOf(path)).toEqual(expected)
})

test.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'https://evil.example',
  'javascript:alert(1)',
])('a redirect to %j is not followed', async (to) => {
  lake.answer({status: 200, body: {result: {...result, redirects: [{from: '/old', to, permanent: true}]}}})
  const {placeOf} = await book()
  expect(await placeOf('/old')).toEqual({kind: 'unknown'})
})

test('what somebody typed is answered at an address of its own, which nobody has to ask the lake about', async () => {
  const {placeInMemory, placeOf} = await book()
  const answered = {kind: 'answered', at: '/search/for/~joining'}
  expect(placeInMemory('/search', '?q=joining')).toEqual(answered)
  expect(await placeOf('/search', '?q=joining')).toEqual(answered)
  expect(await placeOf('/schools', '?name=ash')).toEqual({kind: 'answered', at: '/schools/find/any/~ash'})
  expect(lake.requests()).toEqual([])
  expect(await placeOf('/search', '?q=')).toEqual({kind: 'here'})
  expect(await placeOf('/join', '?q=joining')).toMatchObject({kind: 'moved'})
})

test('however many unknown addresses are tried, the lake is asked once', async () => {
  const {isKnownAddress} = await book()
  const found = await Promise.all(['a', 'b', 'joining', 'c'].map((slug) => isKnownAddress('page', slug)))
  expect(found).toEqual([false, false, true, false])
  expect(await isKnownAddress('school', 'larkrigg')).toBe(true)
  expect(lake.requests()).toHaveLength(1)
})

test('what was forgotten is asked for again', async () => {
  const {forgetAddresses, isKnownAddress} = await book()
  expect(await isKnownAddress('page', 'new')).toBe(false)
  lake.answer({status: 200, body: {result: {...result, page: [named('new')]}}})
  forgetAddresses()
  expect(await isKnownAddress('page', 'new')).toBe(true)
})

test('while the lake is down the last known addresses hold', async () => {
  const {forgetAddresses, placeOf} = await book()
  await placeOf('/join')
  forgetAddresses()
  lake.answer({status: 401, body: {message: 'Unauthorized'}})
  expect(await placeOf('/join')).toEqual({kind: 'moved', to: '/joining', permanent: true})
})

test('before any address is known, every address may be one', async () => {
  lake.answer({status: 401, body: {message: 'Unauthorized'}})
  const {placeOf} = await book()
  expect(await placeOf('/nothing')).toEqual({kind: 'here'})
})

test('what can be told at once is told only while it is known to be so', async () => {
  const {forgetAddresses, placeInMemory, placeOf} = await book()
  expect(placeInMemory('/joining')).toBeNull()
  await placeOf('/joining')
  expect(placeInMemory('/joining')).toEqual({kind: 'here'})
  expect(placeInMemory('/nothing')).toEqual({kind: 'unknown'})
  forgetAddresses()
  expect(placeInMemory('/joining')).toBeNull()
})

test('addresses that are only old are given once more, while they are asked for again', async () => {
  const {placeInMemory, placeOf} = await book()
  await placeOf('/join')
  lake.answer({status: 200, body: {result: {...result, page: [named('join')]}}})
  const clock = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 6 * 60_000)
  try {
    expect(placeInMemory('/join')).toBeNull()
    expect(await placeOf('/join')).toMatchObject({kind: 'moved', to: '/joining'})
    await untilTrue(() => placeInMemory('/join')?.kind === 'here')
  } finally {
    clock.mockRestore()
  }
})

test('a lake that is silent after a change does not keep visitors from what was known', async () => {
  const {forgetAddresses, placeInMemory, placeOf} = await book()
  await placeOf('/join')
  lake.answer('silent')
  forgetAddresses()
  const places = await Promise.all(['/join', '/joining'].map((path) => placeOf(path)))
  expect(places).toEqual([{kind: 'moved', to: '/joining', permanent: true}, {kind: 'here'}])
  expect(lake.requests()).toHaveLength(2)
  lake.answer({status: 200, body: {result: {...result, page: [named('join')]}}})
  await untilTrue(() => placeInMemory('/join')?.kind === 'here')
})

test('a lake that is silent from the start lets every address be one', async () => {
  lake.answer('silent')
  const {placeInMemory, placeOf} = await book()
  expect(await placeOf('/nothing')).toEqual({kind: 'here'})
  lake.answer({status: 200, body: {result}})
  await untilTrue(() => placeInMemory('/nothing')?.kind === 'unknown')
})

test.each([null, [], {message: 'Welcome to this web server.'}, {result: 'words'}])(
  'what is no answer, such as %j, makes nothing of what was known unknown',
  async (body) => {
    const {forgetAddresses, placeOf} = await book()
    await placeOf('/joining')
    lake.answer({status: 200, body})
    forgetAddresses()
    expect(await placeOf('/joining')).toEqual({kind: 'here'})
  },
)
