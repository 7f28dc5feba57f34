import {companyNumberProblem} from './companies.ts'

it.each([undefined, '', '01234567', 'SC123456'])('accepts %j', (number) => {
  expect(companyNumberProblem(number)).toBeNull()
})

it.each(['1234567', '012345678', 'sc123456', '0123 4567', 'ABCDEFGH'])('refuses %j', (number) => {
  expect(companyNumberProblem(number)).toMatch(/^A company number has eight characters/)
})
