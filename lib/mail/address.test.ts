import {isMailAddress, parseMailAddress} from './address.ts'

it.each(['office@school.example', "o'neill+site@mail.school.example", 'a@b.co', 'helo@ysgol-ŵyn.example'])(
  'takes %s for an address',
  (text) => {
    expect(isMailAddress(text)).toBe(true)
  },
)

it.each([
  '',
  'nobody',
  'a@b',
  'a@@b.example',
  'a b@c.example',
  'a@b.example,c@d.example',
  'a,b@c.example',
  '<a@b.example>',
  '"a b"@c.example',
  'a@b.example\r\nBcc: c@d.example',
  'a@b.example\nc',
  'a\u0000@b.example',
  '.a@b.example',
  'a..b@c.example',
  'a@-b.example',
  `${'a'.repeat(65)}@b.example`,
  `a@${'b'.repeat(250)}.example`,
])('does not take %j for one', (text) => {
  expect(isMailAddress(text)).toBe(false)
})

it.each([
  ['office@trust.example', {name: null, address: 'office@trust.example'}],
  ['Our Trust <office@trust.example>', {name: 'Our Trust', address: 'office@trust.example'}],
  ['"Our Trust" <office@trust.example>', {name: 'Our Trust', address: 'office@trust.example'}],
  ['<office@trust.example>', {name: null, address: 'office@trust.example'}],
  ['Our Trust', null],
  ['Our Trust <office>', null],
  ['a@b.example <c@d.example> e@f.example', null],
])('reads %s', (text, address) => {
  expect(parseMailAddress(text)).toEqual(address)
})
