import {namesNumber, numberInWords} from './numbers-in-words.ts'

test.each([
  [0, 'zero'],
  [7, 'seven'],
  [12, 'twelve'],
  [20, 'twenty'],
  [21, 'twenty-one'],
  [99, 'ninety-nine'],
  [100, null],
  [1.5, null],
  [-1, null],
])('%d in words is %s', (number, words) => {
  expect(numberInWords(number)).toBe(words)
})

test.each([
  ['Almost seven in 10', 7, true],
  ['SEVEN did', 7, true],
  ['7 did', 7, true],
  ['Twenty-one of them', 21, true],
  ['Twenty-one of them', 20, false],
  ['Twenty-one of them', 1, false],
  ['Seventy did', 7, false],
  ['70 did', 7, false],
  ['0.7 of them', 7, false],
  ['all 100', 100, true],
  ['', 7, false],
])('“%s” names %d: %s', (sentence, number, named) => {
  expect(namesNumber(sentence, number)).toBe(named)
})
