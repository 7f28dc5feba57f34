/** @jest-environment jsdom */
import {render, screen} from '@testing-library/react'
import type {RichTextAnswer, TestimonialAnswer} from '#sanity/lib/content/answers.ts'
import type {Reading} from '#sanity/lib/parse.ts'
import {TestimonialsSection} from './index.tsx'
import {parseTestimonialsSection} from './projection.ts'

const frame = {key: 'a', label: 'page, section', heading: null, heldBack: null}
const visitor: Reading = {preview: false, readOn: '2026-11-23', gate: () => null, report: () => {}}

const stray = '‘Being in our Trust feels like being in a family ‘'
const testimonial = (proof: TestimonialAnswer['proof'], school: object = {}) => ({
  _ref: 'a',
  document: {
    _id: 'a',
    quotation: stray,
    attribution: {kind: 'role', text: 'Trust Headteacher'},
    school: {_id: 'school-a', name: 'Larkrigg School', slug: 'larkrigg', ...school},
    proof,
  },
})

test('a quotation keeps its own quote marks, and its attribution leads to the school', () => {
  const section = parseTestimonialsSection(
    {testimonials: [testimonial({permissionGivenOn: '2026-01-01'})]},
    frame,
    visitor,
  )
  if (section === null) throw new Error('The section was held back.')
  const {container} = render(<TestimonialsSection section={section} />)
  expect(container.querySelector('figure > blockquote')?.textContent).toBe(stray)
  expect(container.querySelector('figure > figcaption')?.textContent).toBe(
    'Trust Headteacher, Larkrigg School',
  )
  expect(screen.getByRole('link', {name: 'Larkrigg School'})).toHaveAttribute('href', '/schools/larkrigg')
})

const askable = {status: 'in-trust', happyToBeAsked: true, routeKind: 'email'}

test.each([
  ['a school that can be asked', '/schools/larkrigg/talk', askable],
  ['a school that chose no way to be asked', null, {...askable, routeKind: null}],
  ['a school that would rather not be asked', null, {...askable, happyToBeAsked: false}],
  ['a school that is joining', null, {...askable, status: 'joining'}],
  ['a school that has left', null, {...askable, status: 'left'}],
])('a quotation of %s offers to talk to it at %s', (_, address, school) => {
  const permitted = testimonial({permissionGivenOn: '2026-01-01'}, school)
  const section = parseTestimonialsSection({testimonials: [permitted]}, frame, visitor)
  if (section === null) throw new Error('The section was held back.')
  render(<TestimonialsSection section={section} />)
  const link = screen.queryByRole('link', {name: 'Talk to this school: Larkrigg School'})
  expect(link?.getAttribute('href') ?? null).toBe(address)
})

test.each([
  ['no proof', null],
  ['a permission that was withdrawn', {permissionGivenOn: '2026-01-01', permissionWithdrawnOn: '2026-02-01'}],
  [
    'a permission that ran out yesterday',
    {permissionGivenOn: '2026-01-01', permissionExpiresOn: '2026-11-22'},
  ],
])('with %s it is held back together with its introduction', (_, proof) => {
  const introduction: RichTextAnswer = [
    {_type: 'block', _key: 'b', children: [{_type: 'span', text: 'They say:', marks: []}]},
  ]
  const section = {introduction, testimonials: [testimonial(proof)]}
  expect(parseTestimonialsSection(section, frame, visitor)).toBeNull()
  const seen = parseTestimonialsSection(section, frame, {...visitor, preview: true})
  expect(seen?.testimonials[0]?.heldBack).toMatch(/permission|Permission/)
})

test('under the name of a child it is held back', () => {
  const {document, _ref} = testimonial({permissionGivenOn: '2026-01-01'})
  const named = {_ref, document: {...document, attribution: {kind: 'name', text: 'Amy Smith, Year 4'}}}
  expect(parseTestimonialsSection({testimonials: [named]}, frame, visitor)).toBeNull()
  const seen = parseTestimonialsSection({testimonials: [named]}, frame, {...visitor, preview: true})
  expect(seen?.testimonials[0]?.heldBack).toContain('“Amy” looks like the name of a child')
})
