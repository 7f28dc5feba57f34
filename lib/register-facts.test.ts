import {registerFactsProblem} from './register-facts.ts'

const status = 'in-trust'

test.each([
  ['2025-09-01', '2026-08-31'],
  ['2025-09-01', '2026-09-01'],
  ['2028-02-29', '2029-02-28'],
])('facts taken on %s are recent on %s', (takenOn, today) => {
  expect(registerFactsProblem({status, takenOn}, today)).toBeNull()
})

test.each([
  ['2025-09-01', '2026-09-02'],
  ['2028-02-29', '2029-03-01'],
  ['2025-12-31', '2027-01-01'],
])('facts taken on %s are old on %s', (takenOn, today) => {
  expect(registerFactsProblem({status, takenOn}, today)).toContain('more than a year ago')
})

test.each([undefined, ''])('facts that were never taken are said to be so', (takenOn) => {
  expect(registerFactsProblem({status, takenOn}, '2026-09-01')).toContain('never')
})

test.each([undefined, '2020-09-01'])('the facts of a school that has left are its own matter', (takenOn) => {
  expect(registerFactsProblem({status: 'left', takenOn}, '2026-09-01')).toBeNull()
})
