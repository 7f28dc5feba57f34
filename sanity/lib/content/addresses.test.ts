import type {Reading} from '../parse.ts'
import {parseAddresses} from './addresses.ts'

const report = jest.fn()
const reading: Reading = {preview: false, readOn: '2026-11-23', gate: () => null, report}
const page = {_id: 'page-a', _type: 'page', title: 'A', slug: 'a', _updatedAt: '2026-03-01T10:00:00Z'}
const schools = [
  {_id: 'oak', _type: 'school', title: 'A school', slug: 'oak', _updatedAt: '2026-05-05T10:00:00Z'},
  {_id: 'elm', _type: 'school', title: 'A school', slug: 'elm', _updatedAt: '2026-04-04T10:00:00Z'},
]
const parse = (...documents: object[]) => parseAddresses({home: 'page-home', documents}, reading)

test.each([
  ['itself', {}, '2026-03-01'],
  ['a claim that it makes', {claims: ['2026-06-02T09:00:00Z', null, '2026-01-01T09:00:00Z']}, '2026-06-02'],
  ['a quotation', {testimonials: ['2026-06-03T09:00:00Z']}, '2026-06-03'],
  ['what it links to', {resources: ['2026-06-04T09:00:00Z'], claims: []}, '2026-06-04'],
  ['a school that it chose', {schools: ['2026-06-05T09:00:00Z']}, '2026-06-05'],
  ['any school, when it lists all', {listsSchools: true}, '2026-05-05'],
  ['nothing newer than itself', {testimonials: ['2025-01-01T09:00:00Z'], resources: null}, '2026-03-01'],
])('a page changed when %s did', (_what, shown, expected) => {
  expect(parse({...page, ...shown}, ...schools).documents[0]?.changedOn).toBe(expected)
})

test('a school changed when one of its quotations did', () => {
  const [oak] = parse({...schools[0], ownTestimonials: ['2026-07-01T00:00:00Z']}).documents
  expect(oak).toMatchObject({path: '/schools/oak', changedOn: '2026-07-01', hidden: false})
})

test('the list of schools changed when the last school did, and has no date without a school', () => {
  expect(parse(page, ...schools).schoolsChangedOn).toBe('2026-05-05')
  expect(parse(page).schoolsChangedOn).toBeNull()
})

test('the list of claims changed when the last claim did', () => {
  const claims = ['2026-01-01T00:00:00Z', '2026-02-02T00:00:00Z']
  expect(parseAddresses({claims}, reading).claimsChangedOn).toBe('2026-02-02')
  expect(parse(page).claimsChangedOn).toBeNull()
})

test('the home page is at the top; a document without an address or a name is left out and reported', () => {
  const {documents} = parse(
    {...page, _id: 'page-home', hidden: true},
    {...page, slug: null},
    {...schools[0], title: ' '},
  )
  expect(documents).toEqual([expect.objectContaining({path: '/', hidden: true})])
  expect(report).toHaveBeenCalledTimes(2)
})
