import {
  addressProblem,
  completedAddress,
  isUnencrypted,
  linkProblem,
  mendedAddress,
  webAddressProblem,
} from './links.ts'

describe('addressProblem', () => {
  it.each([
    'https://www.gov.uk/government/organisations/department-for-education',
    'https://www.example.org/a?b=c#d',
    'https://www.vercel.app.example.org/',
    'mailto:office@thornby.example',
    'tel:+441632960101',
  ])('accepts %s', (address) => {
    expect(addressProblem(address)).toBeNull()
  })

  it.each([
    [undefined, 'Give the address'],
    ['', 'Give the address'],
    ['   ', 'Give the address'],
    [' https://www.example.org', 'spaces'],
    ['#', 'A page on this site'],
    ['/schools', 'A page on this site'],
    ['//www.example.org', 'A page on this site'],
    ['http://www.example.org', 'https://'],
    ['javascript:alert(1)', 'starts with https'],
    ['JavaScript:alert(1)', 'starts with https'],
    ['data:text/html,x', 'starts with https'],
    ['ftp://files.example.org', 'starts with https'],
    ['www.example.org', 'no web address'],
    ['https://intranet/page', 'host name'],
    ['https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.gov.uk', 'mail filter'],
    ['https://urldefense.com/v3/__https://www.gov.uk__', 'mail filter'],
    ['https://our-site-git-draft.vercel.app/joining', 'published page'],
    ['https://localhost:3000/joining', 'published page'],
    ['https://127.0.0.1/joining', 'published page'],
    ['https://[::1]/joining', 'published page'],
    ['mailto:', 'Nothing follows'],
    ['tel:', 'Nothing follows'],
  ])('refuses %p', (address, reason) => {
    expect(addressProblem(address)).toContain(reason)
  })
})

describe('webAddressProblem', () => {
  it('accepts a web page and refuses a mailbox', () => {
    expect(webAddressProblem('https://www.example.org/report.pdf')).toBeNull()
    expect(webAddressProblem('HTTPS://www.example.org')).toBeNull()
    for (const other of ['mailto:office@thornby.example', 'www.example.org', '/schools', '#', 'see our page'])
      expect(webAddressProblem(other)).toBe(
        'This is no address of a web page, such as https://www.example.org.',
      )
    expect(webAddressProblem(undefined)).toBe('Give the address.')
    expect(webAddressProblem(' https://www.example.org')).toContain('spaces')
    expect(webAddressProblem('http://www.example.org')).toContain('https://')
  })
})

describe('mendedAddress', () => {
  it.each([
    ['www.example.org/myths', 'https://www.example.org/myths'],
    ['http;//www.example.org', 'https://www.example.org'],
    ['HTTP://WWW.EXAMPLE.ORG/Home', 'https://www.example.org/Home'],
    ['www. example .org', 'https://www.example.org'],
    ['www.example.org:8443/a?b=c.d#e', 'https://www.example.org:8443/a?b=c.d#e'],
    ['www.schüle.example', 'https://www.xn--schle-mva.example'],
  ])('makes of %s %s', (written, address) => {
    expect(mendedAddress(written)).toBe(address)
  })

  it.each([
    '',
    'elm',
    '1.2',
    'http://',
    'office@elm.example',
    'mailto:office@elm.example',
    'ftp://files.example.org',
    'javascript:alert(document.cookie)',
    'data:text/html,a.b',
    'localhost:3000/joining.html',
    'draft.vercel.app',
  ])('makes nothing of %p', (written) => {
    expect(mendedAddress(written)).toBeNull()
  })
})

describe('completedAddress', () => {
  it.each([
    ['www.example.org/myths', 'https://www.example.org/myths'],
    ['http://www.example.org', 'https://www.example.org'],
    [' https://www.example.org/ ', 'https://www.example.org/'],
    [' mailto:office@thornby.example', 'mailto:office@thornby.example'],
  ])('completes %p to %s', (typed, address) => {
    expect(completedAddress(typed)).toBe(address)
  })

  it.each([
    '',
    ' ',
    'https://www.example.org/',
    'tel:+441632960101',
    'See our site. It is new.',
    '/joining.html',
    '//www.example.org',
    '#',
    'office@thornby.example',
    'http://localhost:3000',
  ])('leaves %p as it is', (typed) => {
    expect(completedAddress(typed)).toBeNull()
  })
})

test.each([
  ['http://www.example.org', true],
  [' HTTP://www.example.org', true],
  ['https://www.example.org', false],
  ['www.example.org/http://', false],
])('%p is not encrypted: %p', (address, expected) => {
  expect(isUnencrypted(address)).toBe(expected)
})

describe('linkProblem', () => {
  it.each([
    [{linkType: 'internal', page: {_ref: 'page-home'}}],
    [{linkType: 'external', href: 'https://www.example.org'}],
    [{href: 'tel:+441632960101'}],
  ])('accepts %j', (link) => {
    expect(linkProblem(link)).toBeNull()
  })

  it.each([
    [undefined, 'Say where'],
    [{}, 'Give the address'],
    [{linkType: 'internal'}, 'Choose the page'],
    [{linkType: 'internal', href: 'https://www.example.org'}, 'Choose the page'],
    [{linkType: 'external', page: {_ref: 'page-home'}}, 'Give the address'],
  ])('refuses %j', (link, reason) => {
    expect(linkProblem(link)).toContain(reason)
  })
})
