import {complianceProblem, linesOf} from './statement-compliance.ts'

test.each([
  {compliance: 'full'},
  {compliance: 'full', knownIssues: ' \n '},
  {compliance: 'partial', knownIssues: 'A map.'},
  {compliance: 'none', knownIssues: 'A map.'},
  {knownIssues: 'A map.'},
  {},
])('%o tells one story', (declared) => {
  expect(complianceProblem(declared)).toBeNull()
})

test('a site with a known issue does not meet the standard in full', () => {
  expect(complianceProblem({compliance: 'full', knownIssues: 'A map.'})).toMatch(/in part/)
})

test.each(['partial', 'none'])('a site that meets it “%s” says what does not work', (compliance) => {
  expect(complianceProblem({compliance, knownIssues: '\n'})).toMatch(/what does not work/)
})

test('a text has as many lines as have words', () => {
  expect(linesOf(' One.\r\n\n  Two. \n')).toEqual(['One.', 'Two.'])
})
