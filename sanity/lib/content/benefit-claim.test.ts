import {parseBenefitClaim} from './benefit-claim.ts'

const claim = (archivedUrl: string) => ({
  _id: 'claim-a',
  statement: 'Seven in ten',
  kind: 'statistic',
  statistic: {
    before: {count: 1, outOf: 10, qualifier: 'exactly'},
    after: {count: 7, outOf: 10, qualifier: 'almost'},
    population: 'invented schools',
    asAt: 'end of 2017',
    source: {publisher: 'An office', title: 'Counted', url: 'https://office.example/counted', archivedUrl},
  },
})

it.each([
  ['https://archive.example/counted', 'https://archive.example/counted'],
  ['javascript:alert(1)', null],
  ['http://archive.example/counted', null],
])('leads to an archived copy at %s: %p', (written, shown) => {
  const reading = {preview: false, readOn: '2026-11-28', gate: () => null, report: () => {}}
  expect(parseBenefitClaim(claim(written), reading)?.statistic?.source.archivedUrl).toBe(shown)
})
