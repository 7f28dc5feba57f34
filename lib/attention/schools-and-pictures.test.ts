import {attentionItems} from './attention-items.ts'
import type {PlainDocument} from './plain-document.ts'

const itemsOf = (document: PlainDocument) =>
  attentionItems([document], {today: '2026-11-28', timeZone: 'Europe/London'})

const school = {
  _id: 'school-a',
  _type: 'school',
  name: 'Thornmere Primary School',
  status: 'in-trust',
  registerFactsTakenOn: '2026-09-01',
}

test('a school that is happy to be asked and cannot be is urgent', () => {
  expect(itemsOf({...school, happyToBeAsked: true})).toMatchObject([
    {
      kind: 'contact-route',
      urgency: 'now',
      effect: 'wrong',
      path: ['contactRoute', 'kind'],
      reason: expect.stringContaining('happy to be asked'),
    },
  ])
})

test('another school in the Trust has time to choose its contact route', () => {
  expect(itemsOf(school)).toMatchObject([{kind: 'contact-route', urgency: 'later', effect: 'none'}])
})

test.each([
  [{kind: 'email'}, 'email'],
  [{kind: 'email', email: 'nowhere'}, 'email'],
  [{kind: 'telephone'}, 'telephone'],
  [{kind: 'website'}, 'url'],
])('of %j the field that is missing is opened', (contactRoute, field) => {
  const [item] = itemsOf({...school, contactRoute: {_type: 'contactRoute', ...contactRoute}})
  expect(item?.path).toEqual(['contactRoute', field])
})

test.each([
  {...school, contactRoute: {kind: 'telephone', telephone: '01632 960101'}, happyToBeAsked: true},
  {...school, status: 'joining'},
  {...school, status: 'left', happyToBeAsked: true},
])('%j needs none', (document) => {
  expect(itemsOf(document)).toEqual([])
})

test('a school that is joining, too, keeps the promise that it makes', () => {
  expect(itemsOf({...school, status: 'joining', happyToBeAsked: true})).toMatchObject([{urgency: 'now'}])
})

const pageWith = (picture: object): PlainDocument => ({
  _id: 'page-a',
  _type: 'page',
  title: 'A page',
  sections: [
    {_key: 's1', _type: 'pictureSection', picture: {_type: 'picture', asset: {_ref: 'image-a'}, ...picture}},
  ],
})

test('a picture of pupils without a date of consent is held back', () => {
  expect(itemsOf(pageWith({showsPupils: true, alt: 'A choir on a stage'}))).toMatchObject([
    {
      kind: 'picture-consent',
      urgency: 'now',
      effect: 'held-back',
      path: ['sections', {_key: 's1'}, 'picture', 'consentDate'],
      reason: expect.stringContaining('The picture “A choir on a stage” shows pupils'),
    },
  ])
})

test.each([
  {showsPupils: true, consentDate: '2026-09-01'},
  {showsPupils: false},
  {},
  {showsPupils: true, asset: undefined},
])('a picture with %j is in order', (facts) => {
  expect(itemsOf(pageWith(facts))).toEqual([])
})
