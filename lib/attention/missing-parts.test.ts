import {attentionItems} from './attention-items.ts'
import type {PlainDocument} from './plain-document.ts'

const itemsOf = (...documents: PlainDocument[]) =>
  attentionItems(documents, {today: '2026-11-28', timeZone: 'Europe/London'})

const words = {_key: 'words', _type: 'richTextSection'}
const page = {_id: 'page-a', _type: 'page', title: 'A page', sections: [words]}

test('a page of sections that the site knows is in order', () => {
  expect(itemsOf(page)).toEqual([])
})

test.each([[undefined], [[]], ['none']])(
  'a page with %j for its sections is listed as seen empty',
  (sections) => {
    expect(itemsOf({...page, sections})).toMatchObject([
      {urgency: 'now', effect: 'wrong', path: ['sections']},
    ])
  },
)

test('a section of a kind that the site does not know is listed at its place, and those beside it are not', () => {
  const carousel = {_key: 'c', _type: 'carouselSection'}
  expect(itemsOf({...page, sections: [words, carousel]})).toMatchObject([
    {urgency: 'now', effect: 'held-back', path: ['sections', {_key: 'c'}]},
  ])
})

test('what was never published is work in progress', () => {
  expect(itemsOf({_id: 'drafts.page-a', _type: 'page', _updatedAt: '2026-11-27T09:00:00Z'})).toEqual([])
})
