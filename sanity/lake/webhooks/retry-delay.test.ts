import {retryDelay} from './retry-delay.ts'

const settings = {first: 250, longest: 30_000}

test('waits double with each failure, up to the longest', () => {
  const waits = [1, 2, 3, 4, 8, 50, 5000].map((failures) => retryDelay(failures, 0, settings))
  expect(waits).toEqual([250, 500, 1000, 2000, 30_000, 30_000, 30_000])
})

test('chance shortens a wait by up to half, so that what failed together comes back apart', () => {
  expect([0, 0.5, 1].map((random) => retryDelay(3, random, settings))).toEqual([1000, 750, 500])
})
