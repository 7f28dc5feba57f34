import {beginRead, isReading, wasReadWithin} from './recent-reads.ts'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

test('a slow answer counts as long as it is awaited, and a little longer while its page is made', () => {
  expect(wasReadWithin(1_000)).toBe(false)
  const answered = beginRead()
  jest.advanceTimersByTime(20_000)
  expect([isReading(), wasReadWithin(1_000)]).toEqual([true, true])
  answered()
  expect([isReading(), wasReadWithin(1_000)]).toEqual([false, true])
  jest.advanceTimersByTime(1_001)
  expect(wasReadWithin(1_000)).toBe(false)
})

test('of several readings the last one counts', () => {
  const [first, second] = [beginRead(), beginRead()]
  first()
  jest.advanceTimersByTime(5_000)
  expect(isReading()).toBe(true)
  second()
  expect(isReading()).toBe(false)
})
