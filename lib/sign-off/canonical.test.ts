import fc from 'fast-check'
import {canonicalContent} from './canonical.ts'
import {contentHash} from './hash.ts'
import {canonicalJson, type Json} from './json.ts'
import {shapes} from './subjects.ts'

const words = fc.string({unit: 'grapheme', maxLength: 40})
const testimonial = fc.record({
  quotation: words,
  attribution: fc.record({kind: fc.constantFrom('name', 'role'), text: words}),
  school: fc.option(fc.record({_id: fc.constantFrom('elm', 'oak'), name: words, slug: words})),
})

/** The same value with its fields in another order, at every depth, and fields beside them that nothing shows. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .reverse()
    .map(([name, part]) => [name, shuffled(part)])
  return {_rev: 'other', _updatedAt: '2020-01-01', ...Object.fromEntries(entries), _key: 'k'}
}

it('is the same whatever the order of fields, and whatever stands beside them', () => {
  fc.assert(
    fc.property(testimonial, (answer) => {
      expect(contentHash('testimonial', shuffled(answer))).toBe(contentHash('testimonial', answer))
    }),
  )
})

it('is the same in every Unicode form', () => {
  fc.assert(
    fc.property(testimonial, fc.constantFrom('NFC', 'NFD'), (answer, form) => {
      const other = JSON.parse(JSON.stringify(answer).normalize(form))
      expect(contentHash('testimonial', other)).toBe(contentHash('testimonial', answer))
    }),
  )
})

it('differs for two answers exactly when a reader sees them differ', () => {
  const visible = (answer: {
    quotation: string
    attribution: {text: string}
    school: {_id: string; name: string} | null
  }) => {
    const read = (text: string) =>
      text
        .normalize('NFC')
        .replace(/\r\n?/g, '\n')
        .replace(/[ \t]+/g, ' ')
        .trim()
    return [
      read(answer.quotation),
      read(answer.attribution.text),
      answer.school?._id,
      answer.school && read(answer.school.name),
    ]
  }
  fc.assert(
    fc.property(testimonial, testimonial, (one, other) => {
      const looksAlike = JSON.stringify(visible(one)) === JSON.stringify(visible(other))
      expect(contentHash('testimonial', one) === contentHash('testimonial', other)).toBe(looksAlike)
    }),
  )
})

it('takes anything that Content Lake may hold', () => {
  fc.assert(
    fc.property(fc.anything(), (answer) => {
      expect(contentHash('testimonial', answer)).toMatch(/^content-1:sha256:[0-9a-f]{64}$/)
      expect(contentHash('school', {ownWords: answer})).toMatch(/^content-1:sha256:[0-9a-f]{64}$/)
    }),
  )
})

it('says the same of content that is read from what it wrote', () => {
  fc.assert(
    fc.property(testimonial, (answer) => {
      const content = canonicalContent(shapes.testimonial, answer)
      const again =
        content === undefined
          ? undefined
          : canonicalContent(shapes.testimonial, JSON.parse(canonicalJson(content)))
      expect(again).toEqual(content)
    }),
  )
})

it.each<[Json, string]>([
  [{b: 1, a: [true, null, 'é"']}, '{"a":[true,null,"é\\""],"b":1}'],
  [[], '[]'],
  ['', '""'],
])('writes %j as one text', (value, text) => {
  expect(canonicalJson(value)).toBe(text)
})

it('gives the same words of two kinds of content two hashes', () => {
  expect(contentHash('testimonial', {})).not.toBe(contentHash('school', {}))
})
