/**
 * What the compiler refuses: where it no longer does, `tsc` says that nothing is expected to fail there. The values
 * are malformed at the same time, because what the compiler takes for granted must still be checked when it runs.
 */

import type {PageAnswer, SchoolSummaryAnswer, SectionAnswer} from '#sanity/lib/content/answers.ts'
import {isFields, items, MalformedContentError, optionalNumber, words} from '#sanity/lib/parse.ts'
import type {Scalar} from '#sanity/lib/unchecked.ts'
import {startAnsweringLake} from '../support/answering-lake.ts'

const school: SchoolSummaryAnswer = {_id: 'school-a', name: 7, ages: 'five to eleven'}

test('only a field that the query returns can be read', () => {
  expect(school._id).toBe('school-a')
  // @ts-expect-error The list of schools does not return the telephone number.
  expect(school.telephone).toBeUndefined()
})

test('a text is one only once it has been checked', () => {
  // @ts-expect-error A name may be anything.
  const unchecked: string = school.name
  expect(typeof unchecked).toBe('number')
  expect(() => words(school.name, 'the name')).toThrow(MalformedContentError)
})

test('an object can be read only once it has been checked, and then only its own fields', () => {
  const ages = school.ages
  // @ts-expect-error There may be a text in the place of the ages.
  expect(ages?.from).toBeUndefined()
  expect(isFields(ages)).toBe(false)
  const sound: SchoolSummaryAnswer['ages'] = {from: 4, to: 11}
  if (!isFields(sound)) throw new Error('It is an object.')
  expect(optionalNumber(sound.from)).toBe(4)
  // @ts-expect-error Ages are from and to.
  expect(sound.until).toBeUndefined()
})

test('an object is no text', () => {
  const sound: SchoolSummaryAnswer['ages'] = {from: 4, to: 11}
  // @ts-expect-error The ages are an object.
  expect(() => words(sound, 'the ages')).toThrow(MalformedContentError)
})

test('the items of a list can be read by the names that the query returns, those that are objects', () => {
  const report = jest.fn()
  const claims: SectionAnswer<'benefitClaimsSection'>['claims'] = [{_ref: 'claim-a'}, 'a stray text']
  const read = items(
    claims,
    'claims',
    {preview: false, readOn: '2026-11-23', gate: () => null, report},
    (claim) => [
      claim._ref,
      // @ts-expect-error An entry holds the reference and its document.
      claim.title,
    ],
  )
  expect(read).toEqual([['claim-a', undefined]])
  expect(report).toHaveBeenCalledWith('claims, item 2, was left out: it is not an object')
})

test('a section has the fields of its type alone', () => {
  const section: SectionAnswer<'richTextSection'> = {_type: 'richTextSection', heading: 'Here'}
  expect(section.heading).toBe('Here')
  // @ts-expect-error A text has no picture.
  expect(section.picture).toBeUndefined()
  // @ts-expect-error A page's sections are of types that the schema knows.
  const sections: PageAnswer['sections'] = [{_type: 'mysterySection'}]
  expect(sections).toHaveLength(1)
})

test('a query that is not among the generated types cannot be asked', async () => {
  const lake = await startAnsweringLake()
  process.env.LAKE_URL = lake.url
  process.env.SANITY_API_READ_TOKEN = 'a token of this test'
  lake.answer({status: 200, body: {result: 'anything at all'}})
  const {fetchUnchecked} = await import('#sanity/lib/client.ts')
  // @ts-expect-error It was never generated; a query that has been edited since is refused in the same way.
  const answer: Scalar = await fetchUnchecked('*[_type == "school"]{colour}', {}, {stega: false})
  expect(answer).toBe('anything at all')
  await lake.close()
})
