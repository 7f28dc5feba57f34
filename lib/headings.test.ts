import {headingLevels, headingProblem} from './headings.ts'

test('headings keep the order that staff gave them', () => {
  expect(headingLevels(['h2', 'h3', 'h4', 'h2'], 2)).toEqual([2, 3, 4, 2])
})

test('a skipped level is closed', () => {
  expect(headingLevels(['h4', 'h2', 'h4'], 2)).toEqual([2, 2, 3])
})

test('levels start below the heading of the section', () => {
  expect(headingLevels(['h2', 'h3'], 3)).toEqual([3, 4])
})

test('no level is skipped, whatever the styles', () => {
  const styles = ['h2', 'h3', 'h4'] as const
  for (const first of styles)
    for (const second of styles)
      for (const third of styles) {
        const levels = [1, ...headingLevels([first, second, third], 2)]
        const steps = levels.slice(1).map((level, position) => level - (levels[position] ?? 0))
        expect(Math.max(...steps)).toBe(1)
      }
})

describe('headingProblem', () => {
  it.each([
    ['h2', undefined],
    ['h2', 'h4'],
    ['h3', 'h2'],
    ['h3', 'h4'],
    ['h4', 'h3'],
    ['h4', 'h4'],
  ] as const)('accepts %s after %s', (style, before) => {
    expect(headingProblem(style, before)).toBeNull()
  })

  it.each([
    ['h3', undefined, '“Heading”'],
    ['h4', undefined, '“Heading”'],
    ['h4', 'h2', '“Smaller heading”'],
  ] as const)('refuses %s after %s', (style, before, wanted) => {
    expect(headingProblem(style, before)).toBe(`This heading skips a level: make it a ${wanted}.`)
  })
})
