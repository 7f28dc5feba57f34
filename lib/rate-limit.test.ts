import {RateLimiter} from './rate-limit.ts'

let now = 0
const limiter = () => new RateLimiter({most: 3, withinMs: 1_000}, () => now)

beforeEach(() => {
  now = 5_000
})

it('lets a key through as often as it may, and says when it may again', () => {
  const limit = limiter()
  for (const moment of [0, 100, 200]) {
    now = 5_000 + moment
    expect(limit.waitMs('a')).toBe(0)
    limit.use('a')
  }
  expect(limit.waitMs('a')).toBe(800)
  expect(limit.waitMs('b')).toBe(0)
  now = 5_999
  expect(limit.waitMs('a')).toBe(1)
  now = 6_000
  expect(limit.waitMs('a')).toBe(0)
  limit.use('a')
  expect(limit.waitMs('a')).toBe(100)
})

it('takes a use back that came to nothing', () => {
  const limit = limiter()
  for (let use = 0; use < 3; use += 1) limit.use('a')
  limit.takeBack('a')
  expect(limit.waitMs('a')).toBe(0)
  limit.takeBack('a')
  limit.takeBack('a')
  limit.takeBack('a')
  expect(limit.size).toBe(0)
})

it('forgets what is over', () => {
  const limit = limiter()
  limit.use('a')
  limit.use('b')
  now += 1_000
  limit.use('c')
  expect(limit.size).toBe(1)
  now += 1_000
  limit.forgetOld()
  expect(limit.size).toBe(0)
})

it('remembers ten thousand keys at most, those used last', () => {
  const limit = new RateLimiter({most: 1, withinMs: 1_000}, () => now)
  for (let key = 0; key < 10_500; key += 1) limit.use(`key ${key}`)
  expect(limit.size).toBe(10_000)
  expect(limit.waitMs('key 10499')).toBe(1_000)
  expect(limit.waitMs('key 500')).toBe(1_000)
  expect(limit.waitMs('key 499')).toBe(0)
})
