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

async function isListedOtherwise(before: Document, after: Document): Promise<unknown> {
  const message = parse(revalidationWebhook.projection, {mode: 'delta'})
  const {isListedOtherwise: said} = await (await evaluate(message, {before, after, root: after})).get()
  return said
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
