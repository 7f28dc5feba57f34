import {sectionsProblem} from './page-sections.ts'

test.each([[undefined], [[]]])('a page with %j for its sections is nothing but its title', (sections) => {
  expect(sectionsProblem(sections)).toContain('only the title')
})

test('a page with a section is one', () => {
  expect(sectionsProblem([{_type: 'richTextSection'}])).toBeNull()
})
