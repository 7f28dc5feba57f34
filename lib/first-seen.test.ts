import {FirstSeen} from './first-seen.ts'

let now = 0
beforeEach(() => {
  now = 1_000_000
})

it('tells the time since something was first seen, once', () => {
  const seen = new FirstSeen(() => now)
  seen.note('a')
  now += 500
  seen.note('a')
  now += 200
  expect(seen.takeAge('a')).toBe(700)
  expect(seen.takeAge('a')).toBeNull()
  expect(seen.takeAge('b')).toBeNull()
})

it('forgets after an hour', () => {
  const seen = new FirstSeen(() => now)
  seen.note('a')
  now += 60 * 60_000
  expect(seen.takeAge('a')).toBeNull()
  seen.note('b')
  now += 60 * 60_000
  seen.note('b')
  now += 1
  expect(seen.takeAge('b')).toBe(1)
  seen.note('c')
  now += 60 * 60_000
  seen.forgetOld()
  expect(seen.size).toBe(0)
})

it('remembers ten thousand at most, the newest', () => {
  const seen = new FirstSeen(() => now)
  for (let key = 0; key < 10_100; key += 1) seen.note(`key ${key}`)
  expect(seen.takeAge('key 99')).toBeNull()
  expect(seen.takeAge('key 100')).toBe(0)
  expect(seen.takeAge('key 10099')).toBe(0)
})
