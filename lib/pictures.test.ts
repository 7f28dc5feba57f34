import {altTextProblem, consentProblem} from './pictures.ts'

const asset = {_ref: 'image-abc-10x10-png'}

describe('altTextProblem', () => {
  it.each([undefined, {}, {asset, alt: 'A school on a hill'}, {asset, decorative: true}])(
    'accepts %j',
    (picture) => {
      expect(altTextProblem(picture)).toBeNull()
    },
  )

  it.each([{asset}, {asset, alt: '  '}, {asset, decorative: false}])('refuses %j', (picture) => {
    expect(altTextProblem(picture)).toContain('decoration')
  })
})

describe('consentProblem', () => {
  it('asks for the date only of a picture of pupils', () => {
    expect(consentProblem({asset})).toBeNull()
    expect(consentProblem({asset, showsPupils: true, consentDate: '2026-09-01'})).toBeNull()
    expect(consentProblem({asset, showsPupils: true})).toContain('consent')
  })
})
