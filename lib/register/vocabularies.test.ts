import {phases} from '#lib/schools.ts'
import {phaseOf, statusOf} from './vocabularies.ts'

test.each([
  ['Open', 'open'],
  ['Open, but proposed to close', 'open'],
  ['Proposed to open', 'proposed'],
  ['Closed', 'closed'],
  [' closed ', 'closed'],
  ['Open soon', null],
  ['', null],
])('the status “%s” is %s', (name, status) => {
  expect(statusOf(name)).toBe(status)
})

test.each([
  ['Nursery', 'Local authority nursery school', 'nursery'],
  ['Primary', 'Academy converter', 'primary'],
  ['Middle deemed primary', 'Academy converter', 'middle'],
  ['Middle deemed secondary', 'Academy sponsor led', 'middle'],
  ['Secondary', 'Free schools', 'secondary'],
  ['All-through', 'Academy converter', 'all-through'],
  ['16 plus', 'Academy 16-19 converter', '16-plus'],
  ['Not applicable', 'Academy special converter', 'special'],
  ['Not applicable', 'Academy special sponsor led', 'special'],
  ['Not applicable', 'Free schools special', 'special'],
  ['Secondary', 'Foundation special school', 'special'],
  ['Not applicable', 'Academy alternative provision converter', 'alternative-provision'],
  ['Not applicable', 'Free schools alternative provision', 'alternative-provision'],
  ['Not applicable', 'Pupil referral unit', 'alternative-provision'],
  ['Not applicable', 'Free schools 16 to 19', '16-plus'],
  ['Not applicable', 'Sixth form centres', '16-plus'],
  ['Not applicable', 'Offshore schools', null],
  ['', 'Academy converter', null],
])('“%s” of a school of the type “%s” is %s', (phase, type, value) => {
  expect(phaseOf(phase, type)).toBe(value)
  if (value !== null) expect(phases.map((known) => known.value)).toContain(value)
})
