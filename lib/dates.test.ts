import {dayInWords} from './dates.ts'

test('a day is said as people say it', () => {
  expect(dayInWords('2019-01-23')).toBe('23\u00a0January 2019')
})

test.each([null, '', 'end of 2017', '2019-13-01'])('%p is no day', (day) => {
  expect(dayInWords(day)).toBeNull()
})
