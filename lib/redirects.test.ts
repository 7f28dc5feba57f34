import {redirectProblem, sitePathProblem} from './redirects.ts'

describe('sitePathProblem', () => {
  it.each([undefined, '/', '/join-us', '/joining/due-diligence'])('accepts %s', (path) => {
    expect(sitePathProblem(path)).toBeNull()
  })

  it.each([
    ['join-us', 'one slash'],
    ['https://www.example.org', 'one slash'],
    ['//www.example.org', 'one slash'],
    ['/join us', 'spaces'],
    ['/join-us?from=mail', '“?”'],
    ['/join-us#top', '“#”'],
    ['/\\www.example.org', '“\\”'],
    ['/\t/www.example.org', 'spaces'],
    ['/join-us/', 'at the end'],
  ])('refuses %s', (path, reason) => {
    expect(sitePathProblem(path)).toContain(reason)
  })
})

describe('redirectProblem', () => {
  it('refuses only a redirect to itself', () => {
    expect(redirectProblem({from: '/old', to: '/new'})).toBeNull()
    expect(redirectProblem({from: '/old'})).toBeNull()
    expect(redirectProblem({from: '/old', to: '/old'})).toContain('itself')
  })
})
