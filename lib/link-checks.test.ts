import {failingSince, failsAgain, linkFails, linkOutcomes, refusesPrograms} from './link-checks.ts'

const now = '2026-11-28T09:00:00.000Z'
const before = '2026-11-01T09:00:00.000Z'

it('counts no outcome as failing after which visitors may arrive', () => {
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
  [before, 'refuses', undefined],
  [undefined, 'works', undefined],
] as const)('keeps %p through “%s” as %p', (since, outcome, kept) => {
  expect(failingSince(since, outcome, now)).toBe(kept)
})

it.each([
  [403, true],
  [429, true],
  [401, false],
  [404, false],
  [503, false],
  [200, false],
])('an answer of %d refuses programs: %p', (status, refuses) => {
  expect(refusesPrograms(status)).toBe(refuses)
})

it.each([
  [before, now, true],
  [now, now, false],
  [undefined, now, false],
  [before, undefined, false],
])('failing since %p, when checked at %p, it fails again: %p', (since, checkedAt, again) => {
  expect(failsAgain(since, checkedAt)).toBe(again)
})
