import {attentionItems} from './attention-items.ts'
import type {PlainDocument} from './plain-document.ts'

const itemsOf = (...documents: PlainDocument[]) =>
  attentionItems(documents, {today: '2026-11-28', timeZone: 'Europe/London'})

test.each([
  ['Trust Headteacher', []],
  ['Ada Penrose, Year 4 teacher', []],
  ['Amy Smith, Year 4', [{kind: 'other-held-back', urgency: 'now', path: ['attribution', 'text']}]],
])('a testimonial by “%s”', (text, items) => {
  const testimonial = {_id: 'testimonial-a', _type: 'testimonial', quotation: 'Yes.', attribution: {text}}
  const proof = {
    _id: 'testimonialProof.testimonial-a',
    _type: 'testimonialProof',
    permissionGivenOn: '2026-01-05',
  }
  expect(itemsOf(testimonial, proof)).toMatchObject(items)
})

test.each([
  [undefined, 'in-trust', 0],
  [{lat: 54.2, lng: -2.8}, 'in-trust', 0],
  [{lat: -2.8, lng: 54.2}, 'in-trust', 1],
  [{lat: 54.2}, 'in-trust', 1],
  [{lat: -2.8, lng: 54.2}, 'left', 0],
])('a school at %j that is %s: %d', (location, status, count) => {
  const contactRoute = {kind: 'email', email: 'office@a.example'}
  const school = {_id: 'school-a', _type: 'school', registerFactsTakenOn: '2026-09-01', contactRoute}
  const items = itemsOf({...school, status, location})
  expect(items).toHaveLength(count)
  for (const item of items) expect(item).toMatchObject({effect: 'held-back', path: ['location']})
})
