import {isVisibleTo} from './visibility.ts'

test.each(['drafts.a', 'versions.spring.a', 'signOff.x'])('%s is visible to users only', (id) => {
  expect(isVisibleTo({kind: 'anonymous'}, id)).toBe(false)
  expect(isVisibleTo({kind: 'user', userId: 'reader', role: 'viewer'}, id)).toBe(true)
})

test('an id without a dot is visible to everybody', () => {
  expect(isVisibleTo({kind: 'anonymous'}, 'oak')).toBe(true)
})
