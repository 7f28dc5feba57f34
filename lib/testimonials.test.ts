import {permissionProblem, proofIdOf} from './testimonials.ts'

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

it('gives the proof an id with a dot in its path, so that an anonymous reader never gets it', () => {
  expect(proofIdOf('testimonial-family')).toBe('testimonialProof.testimonial-family')
})
