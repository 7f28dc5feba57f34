import {menuEntryProblem, menuLengthAdvice} from './menu-entries.ts'

it.each([{page: {_ref: 'page-home'}}, {path: '/schools'}])('accepts %j', (entry) => {
  expect(menuEntryProblem(entry)).toBeNull()
})

it.each([
  [undefined, 'Choose a page'],
  [{}, 'Choose a page'],
  [{page: {}}, 'Choose a page'],
  [{page: {_ref: 'page-home'}, path: '/schools'}, 'Choose one page, not two'],
])('refuses %j', (entry, problem) => {
  expect(menuEntryProblem(entry)).toContain(problem)
})

it('is easy to take in up to seven entries', () => {
  expect(menuLengthAdvice(undefined)).toBeNull()
  expect(menuLengthAdvice(Array(7).fill({}))).toBeNull()
  expect(menuLengthAdvice(Array(8).fill({}))).toContain('hard to take in')
})
