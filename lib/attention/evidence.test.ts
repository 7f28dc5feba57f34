import {attentionItems} from './attention-items.ts'
import type {PlainDocument} from './plain-document.ts'

const itemsOf = (...documents: PlainDocument[]) =>
  attentionItems(documents, {today: '2026-11-28', timeZone: 'Europe/London'})

const source = {_type: 'source', publisher: 'An office', title: 'Counted', url: 'https://office.example'}
const statistic = {
  _type: 'statistic',
  before: {count: 1, outOf: 10},
  after: {count: 7, outOf: 10, qualifier: 'almost'},
  population: 'invented schools',
  asAt: 'end of 2017',
  source,
  reviewBy: '2027-01-31',
}
const claim = (more: object): PlainDocument => ({
  _id: 'claim-a',
  _type: 'benefitClaim',
  kind: 'statistic',
  statement: 'Seven in ten',
  statistic,
  ...more,
})

test('a statistic with its evidence is in order', () => {
  expect(itemsOf(claim({}))).toEqual([])
})

test.each([
  [{...statistic, population: ' '}, ['population'], 'Say whom'],
  [{...statistic, asAt: undefined}, ['asAt'], 'which date or period'],
  [{...statistic, after: {count: 7, outOf: 20}}, ['after', 'outOf'], 'same number'],
  [{...statistic, before: {count: 1.5, outOf: 10}}, ['before', 'count'], 'whole numbers'],
  [{...statistic, source: undefined}, ['source', 'publisher'], 'Give the address of the source.'],
  [{...statistic, source: {...source, url: 'http://office.example'}}, ['source', 'url'], 'https://'],
  [{reviewBy: '2027-01-31'}, ['before', 'count'], 'Give both numbers'],
])('a statistic of %j is held back, and opens at the field', (given, path, remedy) => {
  const items = itemsOf(claim({statistic: given}))
  expect(items).toMatchObject([
    {kind: 'evidence', urgency: 'now', effect: 'held-back', path: ['statistic', ...path]},
  ])
  expect(items[0]?.reason).toMatch(/^This statistic is held back from visitors\. /)
  expect(items[0]?.reason).toContain(remedy)
})

test('a claim of words is held back when it states a statistic, and is in order else', () => {
  const words = (statement: string) => itemsOf(claim({kind: 'words', statement, statistic: undefined}))
  expect(words('We are one team of two schools')).toEqual([])
  expect(words('Over 90% improved')).toMatchObject([
    {kind: 'evidence', urgency: 'now', effect: 'held-back', path: ['kind']},
  ])
})

test('one claim is one matter, whichever part is missing in the draft', () => {
  const items = itemsOf(claim({statistic: {...statistic, population: ''}}), {
    ...claim({statistic: {...statistic, asAt: ''}}),
    _id: 'drafts.claim-a',
  })
  expect(items).toMatchObject([{urgency: 'now', path: ['statistic', 'asAt']}])
  expect(items[0]?.reason).not.toContain('draft')
})

describe('answers', () => {
  const page = (kind: string, answer: object): PlainDocument => ({
    _id: 'page-a',
    _type: 'page',
    sections: [
      {_key: 's1', _type: 'questionsSection', kind, questions: [{_key: 'q1', _type: 'question', ...answer}]},
    ],
  })
  const pathOfSource = ['sections', {_key: 's1'}, 'questions', {_key: 'q1'}, 'source']

  test('to myths are held back without a dated source', () => {
    const items = itemsOf(page('myths', {question: 'Is it so?', source}))
    expect(items).toMatchObject([
      {kind: 'evidence', effect: 'held-back', path: [...pathOfSource, 'publishedOn']},
    ])
    expect(items[0]?.reason).toContain('The answer to “Is it so?” is held back')
    expect(itemsOf(page('myths', {}))).toMatchObject([{path: [...pathOfSource, 'publisher']}])
    expect(itemsOf(page('myths', {source: {...source, publishedOn: '2019-01-23'}}))).toEqual([])
  })

  test('to other questions need none', () => {
    expect(itemsOf(page('questions', {}))).toEqual([])
  })
})
