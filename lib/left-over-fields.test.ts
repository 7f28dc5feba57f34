import {isLeftOver} from './left-over-fields.ts'

it.each([
  [{_type: 'link', linkType: 'internal'}, 'page', 'href'],
  [{_type: 'link', linkType: 'external'}, 'href', 'page'],
  [{_type: 'contactRoute', kind: 'website'}, 'url', 'email'],
  [{_type: 'contactRoute', kind: 'email'}, 'name', 'telephone'],
  [{_type: 'benefitClaim', kind: 'statistic'}, 'statistic', null],
  [{_type: 'benefitClaim', kind: 'words'}, 'statement', 'statistic'],
  [{_type: 'school'}, 'website', 'registerFacts'],
  [{_type: 'somethingElse', linkType: 'internal'}, 'href', null],
])('of %j, “%s” is in use and “%s” is not', (parent, used, leftOver) => {
  expect(isLeftOver(parent, used)).toBe(false)
  if (leftOver !== null) expect(isLeftOver(parent, leftOver)).toBe(true)
})
