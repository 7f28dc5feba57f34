import {evaluate, parse} from 'groq-js'
import {revalidationWebhook} from './webhook.ts'

const school = {
  _id: 'school-a',
  _type: 'school',
  name: 'Larkrigg School',
  slug: {current: 'larkrigg'},
  phase: 'special',
  status: 'in-trust',
  address: {town: 'Brackenfirth', street: 'Meadow Drive'},
  location: {_type: 'geopoint', lat: 54.3, lng: -2.4},
  telephone: '01632 960110',
}

type Document = {[field: string]: unknown} | null

const place = (lat: number, lng: number) => ({lat, lng})

async function message(before: Document, after: Document) {
  const projection = parse(revalidationWebhook.projection, {mode: 'delta'})
  return (await evaluate(projection, {before, after, root: after})).get()
}

async function isListedOtherwise(before: Document, after: Document): Promise<unknown> {
  return (await message(before, after)).isListedOtherwise
}

test.each([
  ['its name', {name: 'Larkrigg Academy'}],
  ['its address', {slug: {current: 'larkrigg-academy'}}],
  ['its phase', {phase: undefined}],
  ['its status', {status: 'left'}],
  ['its town', {address: {town: 'Ash'}}],
  ['its place', {location: {lat: 54.3, lng: -2.5}}],
  ['that its place is not known', {location: undefined}],
])('the pages of other schools show %s', async (_what, change) => {
  expect(await isListedOtherwise(school, {...school, ...change})).toBe(true)
})

test('they show nothing else of it', async () => {
  const edited = {...school, telephone: '01632 960199', address: {...school.address, street: 'Other Street'}}
  expect(await isListedOtherwise(school, edited)).toBe(false)
})

test('they show a school that is new, and none that is gone', async () => {
  expect(await isListedOtherwise(null, school)).toBe(true)
  expect(await isListedOtherwise(school, null)).toBe(true)
})

test.each<[string, Document, Document, unknown[]]>([
  ['moved', school, {...school, location: {lat: 54.4, lng: -2.5}}, [place(54.3, -2.4), place(54.4, -2.5)]],
  ['joined', null, school, [null, place(54.3, -2.4)]],
  ['is gone', school, null, [place(54.3, -2.4), null]],
  ['left', school, {...school, status: 'left'}, [place(54.3, -2.4), null]],
  ['has no place', {...school, location: undefined}, {...school, location: undefined}, [null, null]],
])('says where a school that %s was and is shown', async (_what, before, after, places) => {
  expect((await message(before, after)).places).toEqual(places)
})

test('it names the revision of what there is now', async () => {
  const after = {...school, _rev: 'two'}
  expect((await message({...school, _rev: 'one'}, after)).revision).toBe('two')
  expect((await message(after, null)).revision).toBeNull()
})
