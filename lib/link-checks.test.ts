import {failingSince, linkFails, linkOutcomes} from './link-checks.ts'

const now = '2026-11-28T09:00:00.000Z'
const before = '2026-11-01T09:00:00.000Z'

it('counts every outcome but two as failing', () => {
  expect(linkOutcomes.map(({value}) => value).filter(linkFails)).toEqual([
    'fails',
    'unreachable',
    'timed-out',
  ])
})

it.each([
  [undefined, 'fails', now],
  [before, 'fails', before],
  [before, 'timed-out', before],
  [before, 'works', undefined],
  [before, 'redirects', undefined],
  [undefined, 'works', undefined],
] as const)('keeps %p through “%s” as %p', (since, outcome, kept) => {
  expect(failingSince(since, outcome, now)).toBe(kept)
})
