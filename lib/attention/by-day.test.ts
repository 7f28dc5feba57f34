import {attentionItems} from './attention-items.ts'
import type {PlainDocument} from './plain-document.ts'

/** Kinds of item that begin on a day, each with a document of which it is the only item. */
const claim = (reviewBy: string): PlainDocument => ({
  _id: 'claim-a',
  _type: 'benefitClaim',
  kind: 'statistic',
  statement: 'Schools improve.',
  statistic: {
    _type: 'statistic',
    before: {count: 1, outOf: 10},
    after: {count: 7, outOf: 10},
    population: 'invented schools',
    asAt: 'end of 2017',
    source: {_type: 'source', publisher: 'An office', title: 'Counted', url: 'https://source.example'},
    reviewBy,
  },
})
const settings = (reviewedOn: string): PlainDocument => ({
  _id: 'siteSettings',
  _type: 'siteSettings',
  accessibilityStatement: {reviewedOn},
})
const school = (registerFactsTakenOn: string): PlainDocument => ({
  _id: 'school-a',
  _type: 'school',
  status: 'joining',
  registerFactsTakenOn,
})
const draft = (_updatedAt: string): PlainDocument => ({
  _id: 'drafts.page-a',
  _type: 'page',
  sections: [{_key: 's1', _type: 'richTextSection'}],
  _updatedAt,
})

const kindsOn = (today: string, document: PlainDocument, timeZone = 'Europe/London') =>
  attentionItems([document], {today, timeZone}).map(({kind}) => kind)

test.each<[string, PlainDocument, string, string]>([
  ['claim-review', claim('2026-11-28'), '2026-11-28', '2026-11-29'],
  ['claim-review', claim('2026-02-28'), '2026-02-28', '2026-03-01'],
  ['claim-review', claim('2028-02-28'), '2028-02-28', '2028-02-29'],
  ['claim-review', claim('2026-12-31'), '2026-12-31', '2027-01-01'],
  ['statement-review', settings('2025-11-28'), '2026-11-28', '2026-11-29'],
  ['statement-review', settings('2028-02-29'), '2029-02-28', '2029-03-01'],
  ['statement-review', settings('2027-02-28'), '2028-02-28', '2028-02-29'],
  ['register-facts', school('2025-11-28'), '2026-11-28', '2026-11-29'],
  ['register-facts', school('2025-12-31'), '2026-12-31', '2027-01-01'],
  ['old-draft', draft('2026-10-29T12:00:00Z'), '2026-11-27', '2026-11-28'],
  ['old-draft', draft('2026-01-30T12:00:00Z'), '2026-02-28', '2026-03-01'],
  ['old-draft', draft('2028-01-30T12:00:00Z'), '2028-02-28', '2028-02-29'],
])('%s: %j is in order on %s, and not on %s', (kind, document, inOrder, due) => {
  expect(kindsOn(inOrder, document)).toEqual([])
  expect(kindsOn(due, document)).toEqual([kind])
})

test('a draft was last changed on the day that it was where the staff are', () => {
  // Half past midnight in London, an hour before it in New York.
  const changed = draft('2026-06-30T23:30:00Z')
  expect(kindsOn('2026-07-30', changed, 'Europe/London')).toEqual([])
  expect(kindsOn('2026-07-31', changed, 'Europe/London')).toEqual(['old-draft'])
  expect(kindsOn('2026-07-30', changed, 'America/New_York')).toEqual(['old-draft'])
})

test.each<[PlainDocument, string]>([
  [settings(''), 'never reviewed'],
  [{_id: 'siteSettings', _type: 'siteSettings'}, 'never reviewed'],
  [school('soon'), 'never compared'],
  [claim(''), 'no day to look again'],
])('a day that was never given is due at once: %j', (document, words) => {
  const [item] = attentionItems([document], {today: '2026-11-28', timeZone: 'Europe/London'})
  expect(item?.since).toEqual({day: null, words})
})

test.each<[string, PlainDocument]>([
  ['words need no review', {...claim('2020-01-01'), kind: 'words'}],
  ['a school that has left keeps its facts', {...school('2020-01-01'), status: 'left'}],
  ['what is published is no draft', {...draft('2020-01-01T00:00:00Z'), _id: 'page-a'}],
  ['a draft that says not when it was changed', draft('')],
  ['a version that a release brings', {...draft('2020-01-01T00:00:00Z'), _id: 'versions.r1.page-a'}],
])('%s', (_case, document) => {
  expect(kindsOn('2026-11-28', document)).toEqual([])
})

test('a draft is finished, or its changes are published', () => {
  const clock = {today: '2026-11-28', timeZone: 'Europe/London'}
  const old = draft('2026-03-03T12:00:00Z')
  const [unpublished] = attentionItems([old], clock)
  expect(unpublished).toMatchObject({
    urgency: 'later',
    path: [],
    since: {day: '2026-03-03', words: 'since 3 March 2026'},
    reason: 'Nobody has changed this draft for 270 days. Finish and publish it, or delete it.',
  })
  const [changed] = attentionItems([old, {...old, _id: 'page-a'}], clock)
  expect(changed?.reason).toContain('Publish its changes or discard them.')
})
