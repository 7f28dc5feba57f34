import {menuEntryProblem} from './menu-entries.ts'

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
