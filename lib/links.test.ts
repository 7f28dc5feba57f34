import {addressProblem, linkProblem, webAddressProblem} from './links.ts'

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
    expect(webAddressProblem('mailto:office@thornby.example')).toContain('web page')
    expect(webAddressProblem('http://www.example.org')).toContain('https://')
  })
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
