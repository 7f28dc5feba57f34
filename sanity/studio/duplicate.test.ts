import type {DocumentActionComponent} from 'sanity'
import {asCopy, duplicateAsCopy} from './duplicate.ts'

const slug = {_type: 'slug', current: 'joining'}

test.each([
  ['page', {title: 'Joining'}, {title: 'Copy of Joining'}],
  ['school', {name: 'Larkrigg School', urn: '900001'}, {name: 'Copy of Larkrigg School', urn: '900001'}],
  ['page', {summary: 'Without a title yet'}, {summary: 'Without a title yet'}],
])('the copy of a %s has a name of its own and no address yet', (type, fields, copied) => {
  expect(asCopy({_id: 'a', _type: type, slug, ...fields})).toEqual({_id: 'a', _type: type, ...copied})
})

test('the copy of a claim keeps its evidence and waits for a sentence of its own', () => {
  const claim = {_id: 'a', _type: 'benefitClaim', kind: 'statistic', statistic: {asAt: '2025'}}
  expect(asCopy({...claim, statement: 'Schools share.'})).toEqual(claim)
})

test('what needs a proof of its own, or an old address of its own, is copied as it is', () => {
  const testimonial = {_id: 'a', _type: 'testimonial', quotation: 'We were heard.'}
  expect(asCopy(testimonial)).toEqual(testimonial)
})

test('the action stays what the Studio knows it by, and is one for all calls', () => {
  const duplicate: DocumentActionComponent = Object.assign(() => null, {action: 'duplicate' as const})
  expect(duplicateAsCopy(duplicate).action).toBe('duplicate')
  expect(duplicateAsCopy(duplicate)).toBe(duplicateAsCopy(duplicate))
})
