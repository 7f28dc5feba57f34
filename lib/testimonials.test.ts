import {
  attributionProblem,
  lastDayOfPermission,
  permissionLapsesIn,
  permissionProblem,
  proofIdOf,
  testimonialIdOf,
} from './testimonials.ts'

const today = '2026-11-23'

describe('permissionProblem', () => {
  it.each([
    {permissionGivenOn: '2026-01-05'},
    {permissionGivenOn: today},
    {permissionGivenOn: '2026-01-05', permissionExpiresOn: today},
    {permissionGivenOn: '2026-01-05', permissionWithdrawnOn: '2026-12-01'},
    {permissionGivenOn: '2026-01-05', permissionExpiresOn: null, permissionWithdrawnOn: null},
  ])('accepts %j', (proof) => {
    expect(permissionProblem(proof, today)).toBeNull()
  })

  it.each([
    [null, 'missing'],
    [undefined, 'missing'],
    [{}, 'does not say'],
    [{permissionGivenOn: '2026-11-24'}, 'future'],
    [{permissionGivenOn: '2026-01-05', permissionExpiresOn: '2026-11-22'}, 'expired'],
    [{permissionGivenOn: '2026-01-05', permissionWithdrawnOn: today}, 'withdrawn'],
    [{permissionExpiresOn: '2030-01-01'}, 'does not say'],
  ])('refuses %j', (proof, reason) => {
    expect(permissionProblem(proof, today)).toContain(reason)
  })
})

describe('attributionProblem', () => {
  it.each([undefined, '', 'Trust Headteacher', 'Ada Penrose, Year 4 teacher', 'Pupil in Year 4'])(
    'accepts %j',
    (attribution) => {
      expect(attributionProblem(attribution)).toBeNull()
    },
  )

  it.each([
    ['Amy Smith, Year 4', '“Amy”'],
    ['Quill (7)', '“Quill”'],
  ])('refuses %j', (attribution, name) => {
    expect(attributionProblem(attribution)).toContain(name)
  })
})

describe('permissionLapsesIn', () => {
  const permissionGivenOn = '2026-01-05'

  it.each([
    ['2026-11-23', 0],
    ['2026-11-24', 1],
    ['2027-01-21', 59],
    ['2027-01-22', 60],
  ])('counts the days to the end of a permission until %s', (permissionExpiresOn, days) => {
    expect(permissionLapsesIn({permissionGivenOn, permissionExpiresOn}, today)).toBe(days)
  })

  it.each([
    ['lapses later', {permissionGivenOn, permissionExpiresOn: '2027-01-23'}],
    ['has lapsed', {permissionGivenOn, permissionExpiresOn: '2026-11-22'}],
    ['has no end', {permissionGivenOn}],
    ['begins tomorrow', {permissionGivenOn: '2026-11-24', permissionExpiresOn: '2026-12-01'}],
    ['is not there', null],
  ])('says nothing about a permission that %s', (_case, permission) => {
    expect(permissionLapsesIn(permission, today)).toBeNull()
  })

  it('ends the day before a permission is withdrawn, when that comes first', () => {
    const permission = {
      permissionGivenOn,
      permissionExpiresOn: '2026-12-31',
      permissionWithdrawnOn: '2026-12-01',
    }
    expect(lastDayOfPermission(permission)).toBe('2026-11-30')
    expect(permissionLapsesIn(permission, today)).toBe(7)
    expect(permissionLapsesIn(permission, '2026-11-30')).toBe(0)
    expect(permissionLapsesIn(permission, '2026-12-01')).toBeNull()
  })
})

it('knows the testimonial of a proof', () => {
  expect(testimonialIdOf(proofIdOf('testimonial-family'))).toBe('testimonial-family')
  expect(testimonialIdOf('testimonial-family')).toBe('testimonial-family')
})

it('gives the proof an id with a dot in its path, so that an anonymous reader never gets it', () => {
  expect(proofIdOf('testimonial-family')).toBe('testimonialProof.testimonial-family')
})
