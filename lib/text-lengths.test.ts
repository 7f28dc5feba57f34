import {lengthAdvice} from './text-lengths.ts'

it.each([
  ['searchTitle', 70, 'titles'],
  ['searchDescription', 160, 'descriptions'],
  ['buttonLabel', 40, 'easier to press'],
] as const)('%s reads well up to %d characters', (kind, most, advice) => {
  expect(lengthAdvice(kind, undefined)).toBeNull()
  expect(lengthAdvice(kind, 'a'.repeat(most))).toBeNull()
  expect(lengthAdvice(kind, 'a'.repeat(most + 1))).toContain(advice)
})
