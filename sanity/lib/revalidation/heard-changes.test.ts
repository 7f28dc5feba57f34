import {changeOf} from '../../../__tests__/support/document-change.ts'
import {forgetHeardWhileAway, noteHeard, noteHeardWhileAway, wasHeard} from './heard-changes.ts'

const noon = Date.parse('2026-11-29T12:00:00Z')
const page = {id: 'a', type: 'page'}
const found = (revision: string | null, markedAt: number | null = noon) =>
  wasHeard({id: 'a', revision, changedAt: noon, markedAt})

beforeEach(() => {
  for (const key of Object.getOwnPropertySymbols(globalThis))
    if (key.description === 'school-trust-website.heard-changes') Reflect.deleteProperty(globalThis, key)
})

test('a change counts as told of when it was that very one, however close another came to it', () => {
  noteHeard(changeOf({...page, revision: 'one'}))
  expect(found('one')).toBe(true)
  expect(found('two')).toBe(false)
})

test('a change that could not be followed does not count, whatever the times', () => {
  noteHeard(changeOf({...page, revision: 'one'}), false)
  expect(found('one', noon + 900)).toBe(false)
})

test('of messages in another order both count', () => {
  noteHeard(changeOf({...page, revision: 'two'}))
  noteHeard(changeOf({...page, revision: 'one'}))
  expect(found('two')).toBe(true)
})

test('that a document is gone is known until it is there again', () => {
  noteHeard(changeOf({...page, operation: 'delete'}))
  expect(found(null)).toBe(true)
  noteHeard(changeOf({...page, operation: 'create', revision: 'three'}))
  expect(found(null)).toBe(false)
})

test('by a webhook that names no revisions, the time counts', () => {
  noteHeard(changeOf(page))
  expect(found('one', noon - 900)).toBe(true)
  expect(found('one', noon - 1_100)).toBe(false)
  expect(found('one', null)).toBe(false)
})

test('what other processes marked meanwhile counts at the next look alone', () => {
  noteHeard(changeOf({...page, revision: 'one'}))
  noteHeardWhileAway(['document:a'])
  expect(found('two')).toBe(true)
  forgetHeardWhileAway()
  expect(found('two')).toBe(false)
})
