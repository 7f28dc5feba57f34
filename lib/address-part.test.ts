import {decodedPart} from './address-part.ts'

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
