import {globSync, readFileSync} from 'node:fs'
import {sectionsProblem, sectionTypeProblem} from './page-sections.ts'

test.each([[undefined], [[]]])('a page with %j for its sections is nothing but its title', (sections) => {
  expect(sectionsProblem(sections)).toContain('only the title')
})

test('a page with a section is one', () => {
  expect(sectionsProblem([{_type: 'richTextSection'}])).toBeNull()
})

test('every section that the Studio offers is of a known kind, and nothing else is', () => {
  const offered = globSync('components/sections/*/schema.ts').map(
    (file) => /name: '(\w+Section)'/.exec(readFileSync(file, 'utf8'))?.[1],
  )
  expect(offered.length).toBeGreaterThan(8)
  expect(offered.filter((type) => sectionTypeProblem(type) !== null)).toEqual([])
  for (const type of ['carouselSection', '', undefined, 7])
    expect(sectionTypeProblem(type)).toContain('knows none of its kind')
})
