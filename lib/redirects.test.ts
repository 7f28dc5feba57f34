import {redirectProblem, redirectTargetProblem, sitePathProblem} from './redirects.ts'

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
  const leads = (from: string, to: string) => ({from, to, permanent: true})

  it.each([
    [{from: '/old', to: '/new'}, []],
    [{from: '/old'}, [leads('/old', '/new')]],
    // A chain is followed in one step, from either end.
    [{from: '/old', to: '/new'}, [leads('/new', '/newer')]],
    [{from: '/new', to: '/newer'}, [leads('/old', '/new')]],
    // Somebody else's circle.
    [{from: '/old', to: '/a'}, [leads('/a', '/b'), leads('/b', '/a')]],
  ])('accepts %j beside %j', (redirect, others) => {
    expect(redirectProblem(redirect, others)).toBeNull()
  })

  it('refuses a redirect to itself', () => {
    expect(redirectProblem({from: '/old', to: '/old'}, [])).toContain('itself')
  })

  it('refuses a second redirect from one address, and says where the first leads', () => {
    expect(redirectProblem({from: '/old', to: '/new'}, [leads('/old', '/other')])).toContain('/other')
  })

  it.each([[[leads('/b', '/a')]], [[leads('/c', '/a'), leads('/b', '/c')]]])(
    'refuses a circle through %j',
    (others) => {
      expect(redirectProblem({from: '/a', to: '/b'}, others)).toContain('from /b back to /a')
    },
  )
})

describe('redirectTargetProblem', () => {
  const published = {pages: ['joining', 'joining/governors'], schools: ['larkrigg'], moved: ['/old']}

  it.each([
    [undefined],
    ['/'],
    ['/joining'],
    ['/joining/governors'],
    ['/schools'],
    ['/schools/larkrigg'],
    ['/schools/larkrigg/talk'],
    ['/evidence'],
    // Visitors are led on from there.
    ['/old'],
    // What is no address at all is another rule's matter.
    ['joining'],
  ])('finds something at %s', (to) => {
    expect(redirectTargetProblem(to, published)).toBeNull()
  })

  it.each(['/join', '/joining/parents', '/schools/oak', '/schools/larkrigg/else', '/larkrigg'])(
    'finds nothing at %s',
    (to) => {
      expect(redirectTargetProblem(to, published)).toContain(`Nothing is published at ${to}`)
    },
  )
})
