import {frequencyInWords} from './natural-frequency.ts'

test.each([
  [{count: 1, outOf: 10, qualifier: 'exactly'} as const, '1 in 10'],
  [{count: 7, outOf: 10, qualifier: 'almost'} as const, 'almost 7 in 10'],
  [{count: 3, outOf: 5, qualifier: 'more than'} as const, 'more than 3 in 5'],
])('%o is said as “%s”', (frequency, words) => {
  expect(frequencyInWords(frequency)).toBe(words)
})
