import {listLevel} from './list-level.ts'

it.each([
  [1, 1],
  [3, 3],
  [1e9, 10],
  [-2, 1],
  [2.4, 2],
  [Number.NaN, 1],
  ['2', 1],
  [undefined, 1],
])('%p is level %i', (value, level) => {
  expect(listLevel(value)).toBe(level)
})
