import {insideAddress, isAnswerToInput} from './answers-to-input.ts'

const asked = (query: string) => insideAddress('/search', `?${query}`)

test.each([
  ['q=top+slice', '/search/for/~top%20slice'],
  ['q=%20%20joining%0A', '/search/for/~joining'],
  ['q=a/../b', '/search/for/~a%2F..%2Fb'],
  ['q=..', '/search/for/~..'],
  ['q=100%25', '/search/for/~100%25'],
  ['q=d%C5%B5r', '/search/for/~d%C5%B5r'],
  ['q=one&q=two', '/search/for/~one'],
])('%s is answered at %s', (query, inside) => {
  expect(asked(query)).toBe(inside)
  expect(isAnswerToInput(inside)).toBe(true)
})

test.each(['', 'q=', 'q=+++', 'q=%00%E2%80%8B', 'p=x'])('"%s" asks nothing', (query) => {
  expect(asked(query)).toBeNull()
})

const askedSchools = (query: string) => insideAddress('/schools', `?${query}`)

test.each([
  ['phase=primary', '/schools/find/primary'],
  ['phase=16-plus&name=', '/schools/find/16-plus'],
  ['name=Halowby', '/schools/find/any/~Halowby'],
  ['name=y+d%C5%B5r&phase=special', '/schools/find/special/~y%20d%C5%B5r'],
  ['phase=kindergarten&name=ash', '/schools/find/any/~ash'],
  ['name=..%2Ftalk', '/schools/find/any/~..%2Ftalk'],
])('/schools?%s is answered at %s', (query, inside) => {
  expect(askedSchools(query)).toBe(inside)
  expect(isAnswerToInput(inside)).toBe(true)
})

test.each(['', 'phase=', 'phase=kindergarten', 'name=++', 'phase=any', 'q=primary'])(
  '/schools?%s is the list of all schools',
  (query) => {
    expect(askedSchools(query)).toBeNull()
  },
)

test('other addresses have no answers to input', () => {
  expect(insideAddress('/joining', '?q=x')).toBeNull()
  expect(isAnswerToInput('/search')).toBe(false)
  expect(isAnswerToInput('/schools/findlay-primary')).toBe(false)
})
