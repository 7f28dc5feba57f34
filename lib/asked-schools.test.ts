import fc from 'fast-check'
import {
  type AskedSchools,
  askedBy,
  askedInside,
  askingAddress,
  findSchoolsAddress,
  insideAddressFor,
} from './asked-schools.ts'
import {phases} from './schools.ts'
import {tidyInput} from './tidy-input.ts'

const asked: fc.Arbitrary<AskedSchools> = fc.record({
  phase: fc.constantFrom(null, ...phases.map(({value}) => value)),
  name: fc
    .oneof(
      fc.string({unit: 'grapheme', maxLength: 120}),
      fc.string({unit: fc.constantFrom('.', '/', '%', 'e')}),
    )
    .map(tidyInput),
})

test('what is asked for survives the address that asks, and the one that answers', () => {
  fc.assert(
    fc.property(asked, (question) => {
      const {pathname, searchParams} = new URL(askingAddress(question), 'http://localhost')
      expect(pathname).toBe('/schools')
      expect(askedBy(searchParams)).toEqual(question)

      const inside = insideAddressFor(question)
      if (question.phase === null && question.name === '') return expect(inside).toBeNull()
      const {pathname: answering} = new URL(inside ?? '', 'http://localhost')
      expect(askedInside(answering.slice(findSchoolsAddress.length).split('/'))).toEqual(question)
    }),
  )
})

test('a phase that there is not is no question', () => {
  expect(askedBy(new URLSearchParams('phase=kindergarten&name=ash'))).toEqual({phase: null, name: 'ash'})
  expect(askedInside(['any'])).toEqual({phase: null, name: ''})
})
