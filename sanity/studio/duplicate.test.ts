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

test('what has no address of its own is copied as it is', () => {
  const claim = {_id: 'a', _type: 'benefitClaim', statement: 'Schools share.'}
  expect(asCopy(claim)).toEqual(claim)
})

test('the action stays what the Studio knows it by, and is one for all calls', () => {
  const duplicate: DocumentActionComponent = Object.assign(() => null, {action: 'duplicate' as const})
  expect(duplicateAsCopy(duplicate).action).toBe('duplicate')
  expect(duplicateAsCopy(duplicate)).toBe(duplicateAsCopy(duplicate))
})
