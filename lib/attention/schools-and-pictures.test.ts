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

test('another kind of route that leads nowhere either is the same matter', () => {
  const published = {...school, happyToBeAsked: true, contactRoute: {kind: 'email'}}
  const draft = {...published, _id: 'drafts.school-a', contactRoute: {kind: 'telephone'}}
  const items = attentionItems([published, draft], {today: '2026-11-28', timeZone: 'Europe/London'})
  expect(items.filter(({kind}) => kind === 'contact-route')).toMatchObject([
    {urgency: 'now', effect: 'wrong', path: ['contactRoute', 'telephone']},
  ])
  expect(items[0]?.reason).not.toContain('draft')
})

const pageWith = (picture: object): PlainDocument => ({
  _id: 'page-a',
  _type: 'page',
  title: 'A page',
  sections: [
    {_key: 's1', _type: 'pictureSection', picture: {_type: 'picture', asset: {_ref: 'image-a'}, ...picture}},
  ],
})

const pupils = {alt: 'A choir on a stage', showsPupils: true, consentDate: '2026-09-01'}
const pathOfPicture = ['sections', {_key: 's1'}, 'picture']

test('a picture of pupils without a date of consent is held back', () => {
  expect(itemsOf(pageWith({...pupils, consentDate: undefined}))).toMatchObject([
    {
      kind: 'picture',
      urgency: 'now',
      effect: 'held-back',
      path: [...pathOfPicture, 'consentDate'],
      reason:
        'The picture “A choir on a stage” is held back from visitors. A picture of pupils needs the date of the consent. If nobody can be recognised in it, say so instead.',
    },
  ])
})

test.each([
  [{}, 'alt', 'A picture is held back from visitors. Say what the picture shows'],
  [{...pupils, consentDate: '2026-11-29'}, 'consentDate', 'is in the future'],
  [{...pupils, alt: 'Joshua and Mia'}, 'alt', '“Joshua” looks like'],
  [{...pupils, caption: 'SAOIRSE wins'}, 'caption', '“SAOIRSE” looks like'],
])('a picture with %j is held back, and opens at the field', (facts, field, reason) => {
  const items = itemsOf(pageWith(facts))
  expect(items).toMatchObject([{effect: 'held-back', path: [...pathOfPicture, field]}])
  expect(items[0]?.reason).toContain(reason)
})

test('what a file was called is looked at where the file is known', () => {
  const file = {_id: 'image-a', _type: 'sanity.imageAsset', originalFilename: 'amelia-sports-day.jpg'}
  const find = (documents: PlainDocument[]) =>
    attentionItems(documents, {today: '2026-11-28', timeZone: 'Europe/London'})
  expect(find([pageWith(pupils)])).toEqual([])
  const [item, ...others] = find([pageWith(pupils), file])
  expect(others).toEqual([])
  expect(item).toMatchObject({effect: 'held-back', path: [...pathOfPicture, 'showsPupils']})
  expect(item?.reason).toContain('The file is called “amelia-sports-day.jpg”')
})

test('mended in one way and broken in another, it is the same picture', () => {
  const draft = {...pageWith({...pupils, alt: ''}), _id: 'drafts.page-a'}
  const items = attentionItems([pageWith({...pupils, consentDate: undefined}), draft], {
    today: '2026-11-28',
    timeZone: 'Europe/London',
  })
  expect(items).toMatchObject([{urgency: 'now', path: [...pathOfPicture, 'alt']}])
})

test.each([pupils, {alt: 'A hall'}, {decorative: true}, {asset: undefined}])(
  'a picture with %j is in order',
  (facts) => {
    expect(itemsOf(pageWith(facts))).toEqual([])
  },
)
