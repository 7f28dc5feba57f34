import {contentSecurityPolicy, type PageKind} from './page-policy.ts'

function directives(page: PageKind, pictureOrigin: string | null = null): Map<string, string[]> {
  const policy = contentSecurityPolicy(page, pictureOrigin)
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources]
    }),
  )
}

const request: PageKind = {kind: 'made-at-request', nonce: 'abc'}
const draft: PageKind = {kind: 'draft', nonce: 'abc'}

test('a static page names no source of scripts, and allows nothing that is not named', () => {
  const policy = directives({kind: 'static'})
  expect(policy.get('default-src')).toEqual(["'none'"])
  expect([...policy.keys()].filter((name) => name.startsWith('script-src'))).toEqual([])
  expect(policy.get('style-src')).toEqual(["'self'"])
  expect(policy.get('connect-src')).toEqual(["'self'"])
  expect(policy.get('frame-ancestors')).toEqual(["'none'"])
})

test.each([request, draft])(
  '$kind: scripts run by their nonce, never because they are in the page',
  (page) => {
    const scripts = directives(page).get('script-src')
    expect(scripts).toContain("'nonce-abc'")
    expect(scripts).not.toContain("'unsafe-inline'")
    expect(scripts).not.toContain("'unsafe-eval'")
  },
)

test('the Studio frames drafts, nobody frames what visitors see', () => {
  expect(directives(draft).get('frame-ancestors')).toEqual(["'self'"])
  expect(directives(request).get('frame-ancestors')).toEqual(["'none'"])
})

test('pictures come from the site itself, and from the one other origin when it is named', () => {
  const hosted = 'https://cdn.sanity.io'
  expect(directives({kind: 'static'}).get('img-src')).toEqual(["'self'", 'data:'])
  expect(directives({kind: 'static'}, hosted).get('img-src')).toContain('https://cdn.sanity.io')
})
