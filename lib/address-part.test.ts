import fc from 'fast-check'
import {decodedPart, inputOfPart, partOfInput} from './address-part.ts'

test.each([
  ['top%20slice', 'top slice'],
  ['a%2Fb', 'a/b'],
  ['d%C5%B5r', 'dŵr'],
  ['plain', 'plain'],
  ['100%', '100%'],
  ['%ff', '%ff'],
])('%s means %s', (part, meant) => {
  expect(decodedPart(part)).toBe(meant)
})

const typed = fc.oneof(
  fc.string({unit: 'grapheme'}),
  fc.string({unit: fc.constantFrom('.', '/', '\\', '%', '2', 'e', '~', '?', '#')}),
)

test('whatever is typed survives as a part of an address', () => {
  fc.assert(
    fc.property(typed, (input) => {
      const {pathname} = new URL(`/for/${partOfInput(input)}`, 'http://localhost')
      const [, folder, part = '', ...more] = pathname.split('/')
      expect([folder, inputOfPart(part), more]).toEqual(['for', input, []])
    }),
  )
})

test('a part that nobody typed holds no input', () => {
  expect(inputOfPart('joining')).toBe('')
})
