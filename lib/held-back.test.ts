import {heldBackReason} from './held-back.ts'

const today = '2026-03-01'

test.each([
  ['benefitClaim', {kind: 'statistic'}, /^Give both numbers/],
  ['benefitClaim', {kind: 'words'}, null],
  ['resource', {}, /^Give the address/],
  ['benefitClaim', {kind: 'words', statement: 'Over 90% improved'}, /“90%” makes this a statistic/],
  ['resource', {url: 'https://www.example.org/article'}, null],
  ['resource', {url: 'mailto:office@school.example'}, /is no address of a web page/],
  ['testimonial', {}, /proof is missing/],
  ['testimonial', {proof: {permissionGivenOn: '2025-01-01', permissionExpiresOn: today}}, null],
  [
    'testimonial',
    {proof: {permissionGivenOn: '2025-01-01', permissionExpiresOn: '2026-02-28'}},
    /expired on 28 Feb/,
  ],
  [
    'testimonial',
    {proof: {permissionGivenOn: '2025-01-01'}, attribution: {text: 'Amy Smith, Year 4'}},
    /“Amy” looks like the name of a child/,
  ],
  ['page', {}, null],
])('a %s with %j', (_type, facts, reason) => {
  const found = heldBackReason({_type, proof: null, ...facts}, today)
  if (reason === null) expect(found).toBeNull()
  else expect(found).toMatch(reason)
})
