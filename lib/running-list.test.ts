import {runningPunctuation} from './running-list.ts'

test('a running list reads as one sentence', () => {
  const items = ['one', 'two', 'three']
  expect(items.map((item, position) => item + runningPunctuation(position, items.length)).join(' ')).toBe(
    'one; two; and three',
  )
})

test('one item stands alone', () => {
  expect(runningPunctuation(0, 1)).toBe('')
})
