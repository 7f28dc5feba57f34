import {
  agesProblem,
  contactRouteProblem,
  emailProblem,
  happyToBeAskedProblem,
  locationProblem,
  ofstedAddress,
  postcodeProblem,
  telephoneProblem,
  urnProblem,
} from './schools.ts'

type Check = (value: string | undefined) => string | null

describe.each<[string, Check, string[], string[]]>([
  ['urnProblem', urnProblem, ['900001', '123456'], ['12345', '1234567', '012345', '12345a', '123 456']],
  [
    'emailProblem',
    emailProblem,
    ['office@thornby.example'],
    ['office', 'office@thornby', 'a b@c.d', '@c.d', 'a@b.'],
  ],
  [
    'telephoneProblem',
    telephoneProblem,
    ['01632 960101', '(01632) 960101', '+44 1632 960101', '0800 123456'],
    ['1632 960101', '01632', '01632 960101 ext 3', '+1 555 0100', '01632 960101 960102'],
  ],
  [
    'postcodeProblem',
    postcodeProblem,
    ['ZZ9 9ZZ', 'M1 1AA', 'EC1A 1BB'],
    ['zz9 9zz', 'ZZ99ZZ', 'ZZ9', '99Z ZZ9'],
  ],
])('%s', (_name, problem, right, wrong) => {
  it.each(right)('accepts %s', (value) => {
    expect(problem(value)).toBeNull()
  })

  it.each(wrong)('refuses %s', (value) => {
    expect(problem(value)).toEqual(expect.any(String))
  })

  it('leaves an absent value to the rule that requires one', () => {
    expect(problem(undefined)).toBeNull()
  })
})

describe('ofstedAddress', () => {
  it('is a search for the number of a school', () => {
    expect(ofstedAddress('123456')).toBe('https://reports.ofsted.gov.uk/search?q=123456')
  })

  it.each(['900002', '012345', '12345', '1234567', 'https:'])('is none for %s', (urn) => {
    expect(ofstedAddress(urn)).toBeNull()
  })
})

describe('locationProblem', () => {
  it.each([
    {lat: 54.05, lng: -2.8},
    {lat: 49.92, lng: -6.3},
    {lat: 60.15, lng: -1.15},
  ])('accepts %j', (place) => {
    expect(locationProblem(place)).toBeNull()
  })

  it.each([
    [{lat: -2.8, lng: 54.05}, 'swapped'],
    [{lat: 48.85, lng: 2.35}, 'outside Great Britain'],
    [{lat: 53.35, lng: -9.0}, 'outside Great Britain'],
    [{lat: 54}, 'both'],
  ])('refuses %j', (place, reason) => {
    expect(locationProblem(place)).toContain(reason)
  })
})

describe('agesProblem', () => {
  it.each([undefined, {}, {from: 4, to: 11}, {from: 2, to: 19}])('accepts %j', (ages) => {
    expect(agesProblem(ages)).toBeNull()
  })

  it.each([
    [{from: 4}, 'both'],
    [{from: 4.5, to: 11}, 'whole'],
    [{from: 11, to: 4}, 'above'],
    [{from: 4, to: 40}, 'between'],
  ])('refuses %j', (ages, reason) => {
    expect(agesProblem(ages)).toContain(reason)
  })
})

describe('contactRouteProblem', () => {
  it.each([
    {kind: 'email', email: 'office@thornby.example'},
    {kind: 'telephone', telephone: '01632 960101'},
    {kind: 'website', url: 'https://thornby.example/contact'},
  ])('accepts %j', (route) => {
    expect(contactRouteProblem(route)).toBeNull()
  })

  it.each([
    [undefined, 'Choose'],
    [{kind: 'email', telephone: '01632 960101'}, 'e-mail'],
    [{kind: 'email', email: 'nowhere'}, 'e-mail'],
    [{kind: 'telephone'}, 'telephone'],
    [{kind: 'website'}, 'contact form'],
  ])('refuses %j', (route, reason) => {
    expect(contactRouteProblem(route)).toContain(reason)
  })
})

describe('happyToBeAskedProblem', () => {
  it('asks for a contact route only of a school that makes the promise', () => {
    expect(happyToBeAskedProblem(false, undefined)).toBeNull()
    expect(happyToBeAskedProblem(undefined, undefined)).toBeNull()
    expect(happyToBeAskedProblem(true, {kind: 'email', email: 'office@thornby.example'})).toBeNull()
    expect(happyToBeAskedProblem(true, undefined)).toContain('How to ask')
    expect(happyToBeAskedProblem(true, {kind: 'email'})).toContain('How to ask')
  })
})
