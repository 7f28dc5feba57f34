import {dayInWords, dayOfMoment, daysAfter, daysBetween, oneYearAfter} from './dates.ts'

test('a day is said as people say it', () => {
  expect(dayInWords('2019-01-23')).toBe('23 January 2019')
})

test.each([null, '', 'end of 2017', '2019-13-01'])('%p is no day', (day) => {
  expect(dayInWords(day)).toBeNull()
})

test.each([
  ['2026-03-01', '2026-03-01', 0],
  ['2026-02-28', '2026-03-01', 1],
  ['2028-02-28', '2028-03-01', 2],
  ['2026-12-31', '2027-01-01', 1],
  // Summer time begins and ends between them.
  ['2026-03-28', '2026-03-30', 2],
  ['2026-10-24', '2026-10-26', 2],
  ['2026-03-02', '2026-03-01', -1],
])('from %s to %s are %i days', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days)
  expect(daysAfter(from, days)).toBe(to)
})

test.each([
  ['2026-03-31', '2027-03-31'],
  ['2027-02-28', '2028-02-28'],
])('a year after %s is %s', (day, later) => {
  expect(oneYearAfter(day)).toBe(later)
})

test('a year after 29 February is over on 1 March, and not on 28 February', () => {
  const later = oneYearAfter('2028-02-29')
  expect('2029-02-28' > later).toBe(false)
  expect('2029-03-01' > later).toBe(true)
})

test.each([
  ['2026-06-30T22:59:59Z', 'Europe/London', '2026-06-30'],
  ['2026-06-30T23:00:00Z', 'Europe/London', '2026-07-01'],
  ['2026-12-31T23:59:59Z', 'Europe/London', '2026-12-31'],
  ['2027-01-01T00:00:00Z', 'Europe/London', '2027-01-01'],
  ['2027-01-01T00:00:00Z', 'America/New_York', '2026-12-31'],
  ['2026-12-31T12:00:00Z', 'Pacific/Auckland', '2027-01-01'],
])('at %s it is in %s the day %s', (moment, timeZone, day) => {
  expect(dayOfMoment(moment, timeZone)).toBe(day)
})

test.each(['', 'yesterday'])('“%s” is no moment', (moment) => {
  expect(dayOfMoment(moment, 'Europe/London')).toBeNull()
})
