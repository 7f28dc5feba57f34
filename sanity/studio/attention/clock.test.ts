/** @jest-environment jsdom */
import {clock} from './clock.ts'

beforeEach(() => {
  jest.useFakeTimers()
})

afterEach(() => {
  jest.useRealTimers()
})

/** The days that the clock says from a moment on, by the wall of this machine. */
function daysFrom(year: number, month: number, day: number, hour: number, minute: number): string[] {
  jest.setSystemTime(new Date(year, month - 1, day, hour, minute))
  const days: string[] = []
  clock().subscribe(({today}) => days.push(today))
  return days
}

test('a page that stays open overnight notices the new day within a minute', () => {
  const days = daysFrom(2026, 2, 28, 23, 58)
  jest.advanceTimersByTime(60_000)
  expect(days).toEqual(['2026-02-28'])
  jest.advanceTimersByTime(2 * 60_000)
  expect(days).toEqual(['2026-02-28', '2026-03-01'])
})

test('a computer that slept through midnight notices it when somebody looks at the page', () => {
  const days = daysFrom(2026, 12, 31, 18, 0)
  jest.setSystemTime(new Date(2027, 0, 1, 8, 0))
  document.dispatchEvent(new Event('visibilitychange'))
  expect(days).toEqual(['2026-12-31', '2027-01-01'])
})

test('nothing is said anew while the day stays the same', () => {
  const days = daysFrom(2026, 6, 15, 8, 0)
  jest.advanceTimersByTime(8 * 60 * 60_000)
  expect(days).toEqual(['2026-06-15'])
})
