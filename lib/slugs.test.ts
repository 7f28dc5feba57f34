import {
  freeSlug,
  isOwnAddress,
  longestSlug,
  ownPages,
  pageSlugProblem,
  reservedAddresses,
  schoolSlugProblem,
  slugFromTitle,
  slugSharedAdvice,
  slugTakenProblem,
} from './slugs.ts'

describe('pageSlugProblem', () => {
  it.each(['working-with-us', 'joining/due-diligence', 'a', '2026', 'joining/studio', 'studios'])(
    'accepts %s',
    (slug) => {
      expect(pageSlugProblem(slug)).toBeNull()
    },
  )

  it.each([
    ['Working-With-Us', 'lower-case'],
    ['working with us', 'letters a to z'],
    ['working--with', 'single hyphens'],
    ['-working', 'letters a to z'],
    ['café', 'letters a to z'],
    ['/joining', 'extra slash'],
    ['joining/', 'extra slash'],
    ['joining//trust', 'extra slash'],
    ['../etc', 'letters a to z'],
    ['a'.repeat(longestSlug + 1), 'shorter'],
  ])('refuses %s', (slug, reason) => {
    expect(pageSlugProblem(slug)).toContain(reason)
  })

  it.each(reservedAddresses.filter((address) => /^[a-z-]+$/.test(address)))(
    'keeps /%s for the site, nested or not',
    (address) => {
      expect(pageSlugProblem(address)).toContain('belongs to the site')
      expect(pageSlugProblem(`${address}/deeper`)).toContain('belongs to the site')
    },
  )

  it('refuses each reserved address, whatever the reason', () => {
    expect(reservedAddresses.filter((address) => pageSlugProblem(address) === null)).toEqual([])
  })

  it('leaves an absent slug to the rule that requires one', () => {
    expect(pageSlugProblem(undefined)).toBeNull()
  })
})

describe('schoolSlugProblem', () => {
  it('accepts one part, also one that would be reserved for a page', () => {
    expect(schoolSlugProblem('thornby-primary')).toBeNull()
    expect(schoolSlugProblem('studio')).toBeNull()
  })

  it.each(['primary/thornby', 'Thornby', 'thornby primary', 'a'.repeat(longestSlug + 1)])(
    'refuses %s',
    (slug) => {
      expect(schoolSlugProblem(slug)).not.toBeNull()
    },
  )
})

describe('slugFromTitle', () => {
  it.each([
    ['Working with Us', 'working-with-us'],
    ['St Aidan’s C of E Primary', 'st-aidans-c-of-e-primary'],
    ['Café & garden', 'cafe-and-garden'],
    ['Joining / Due diligence', 'joining/due-diligence'],
    ['  What is a Trust?  ', 'what-is-a-trust'],
  ])('makes %s into %s', (title, slug) => {
    expect(slugFromTitle(title)).toBe(slug)
  })

  it('makes something that the rule for pages accepts even when it has to cut', () => {
    const slug = slugFromTitle(`${'word '.repeat(18)}extra and more words that do not fit`)
    expect(slug.length).toBeLessThanOrEqual(longestSlug)
    expect(pageSlugProblem(slug)).toBeNull()
  })
})

it('names only addresses that start at the root as the site’s own pages', () => {
  expect(ownPages.every(({path}) => reservedAddresses.includes(path.slice(1)))).toBe(true)
})

test.each([
  '/',
  '/schools',
  '/evidence',
  '/accessibility-statement',
  '/evidence.csv',
  '/robots.txt',
  '/icon.svg',
  '/review/a/b',
])('%s is the site’s own', (path) => {
  expect(isOwnAddress(path)).toBe(true)
})

test.each([
  '/joining',
  '/schools/larkrigg',
  '/evidence/deeper',
  '/accessibility-statement/deeper',
  '/schoolsandmore',
  '//',
  '/index.html',
])('%s is there only when it is published', (path) => {
  expect(isOwnAddress(path)).toBe(false)
})

describe('an address that something else has', () => {
  const contact = {name: 'Contact', isPublished: true}
  const draft = {name: 'Contact us', isPublished: false}

  it.each([
    [[], null],
    [[draft], null],
    [[contact], '“Contact” has this address already'],
    [[draft, contact], '“Contact” has this address already'],
  ])('is refused when that is published: %j', (holders, problem) => {
    const found = slugTakenProblem(holders)
    if (problem === null) expect(found).toBeNull()
    else expect(found).toContain(problem)
  })

  it.each([
    [[], false, null],
    [[draft], false, 'The draft “Contact us” has this address too'],
    [[draft], true, null],
    [[contact, draft], false, null],
  ])('is pointed out when that is a draft: %j, here %p', (holders, isHere, advice) => {
    const found = slugSharedAdvice(holders, isHere)
    if (advice === null) expect(found).toBeNull()
    else expect(found).toContain(advice)
  })
})

describe('freeSlug', () => {
  it.each([
    ['contact', [], 'contact'],
    ['contact', ['contact-2', 'joining'], 'contact'],
    ['contact', ['contact'], 'contact-2'],
    ['contact', ['contact', 'contact-2'], 'contact-3'],
    ['', [''], ''],
  ])('of “%s” where %j are taken makes “%s”', (wanted, taken, free) => {
    expect(freeSlug(wanted, taken)).toBe(free)
  })

  it('stays as short as an address may be', () => {
    const wanted = 'a'.repeat(longestSlug)
    const free = freeSlug(wanted, [wanted])
    expect(free).toHaveLength(longestSlug)
    expect(free).toMatch(/a-2$/)
  })
})
