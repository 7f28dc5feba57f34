import {insideAddress, isAnswerToInput, longestInput, tidyInput} from './answers-to-input.ts'

const asked = (query: string) => insideAddress('/search', new URLSearchParams(query))

test.each([
  ['q=top+slice', '/search/for/top%20slice'],
  ['q=%20%20joining%0A', '/search/for/joining'],
  ['q=a/../b', '/search/for/a%2F..%2Fb'],
  ['q=100%25', '/search/for/100%25'],
  ['q=d%C5%B5r', '/search/for/d%C5%B5r'],
  ['q=one&q=two', '/search/for/one'],
])('%s is answered at %s', (query, inside) => {
  expect(asked(query)).toBe(inside)
  expect(isAnswerToInput(inside)).toBe(true)
})

test.each(['', 'q=', 'q=+++', 'q=%00%E2%80%8B', 'p=x'])('"%s" asks nothing', (query) => {
  expect(asked(query)).toBeNull()
})

test('other addresses have no answers to input', () => {
  expect(insideAddress('/joining', new URLSearchParams('q=x'))).toBeNull()
  expect(isAnswerToInput('/search')).toBe(false)
  expect(isAnswerToInput('/schools/findlay-primary')).toBe(false)
})

test('what is too long is cut between characters, what is no character is replaced', () => {
  expect(tidyInput('🐦'.repeat(500))).toBe('🐦'.repeat(longestInput))
  expect(tidyInput('a\ud800b')).toBe('a\ufffdb')
  expect(() => encodeURIComponent(tidyInput('\ud800'))).not.toThrow()
})
