import {attentionItems} from './attention-items.ts'
import type {PlainDocument} from './plain-document.ts'

const testimonial = {_id: 'testimonial-a', _type: 'testimonial', quotation: 'We gave our best.'}
const proof = {
  _id: 'testimonialProof.testimonial-a',
  _type: 'testimonialProof',
  saidBy: 'Ada Penrose',
  contactDetails: 'ada.penrose@thornmereprimary.example',
  permissionGivenOn: '2026-01-05',
}
const draftProof = {...proof, _id: `drafts.${proof._id}`}

const itemsOn = (today: string, documents: PlainDocument[]) =>
  attentionItems(documents, {today, timeZone: 'Europe/London'})

/** The one item of a testimonial with the given days in its proof. */
function itemOn(today: string, days: object) {
  const items = itemsOn(today, [testimonial, {...proof, ...days}])
  expect(items.length).toBeLessThanOrEqual(1)
  return items[0]
}

test.each([
  ['2026-09-30', null],
  ['2026-10-01', 'lapses in 60 days'],
  ['2026-10-02', 'lapses in 59 days'],
  ['2026-11-28', 'lapses in 2 days'],
  ['2026-11-29', 'lapses at the end of tomorrow'],
  ['2026-11-30', 'lapses at the end of today'],
])('on %s a permission until 30 November 2026: %s', (today, words) => {
  const item = itemOn(today, {permissionExpiresOn: '2026-11-30'})
  expect(item?.since.words ?? null).toBe(words)
  expect(item?.urgency ?? 'due').toBe('due')
  expect(item?.effect ?? 'none').toBe('none')
})

test('from the day after it has lapsed, it is held back and urgent', () => {
  expect(itemOn('2026-12-01', {permissionExpiresOn: '2026-11-30'})).toMatchObject({
    kind: 'permission',
    urgency: 'now',
    effect: 'held-back',
    path: ['permissionExpiresOn'],
    since: {day: '2026-12-01', words: 'since 1 December 2026'},
    reason: expect.stringContaining('expired on 30 November 2026'),
  })
})

test('a permission that was withdrawn is held back from that day on, and lapses until then', () => {
  const days = {permissionWithdrawnOn: '2026-11-20'}
  expect(itemOn('2026-11-19', days)).toMatchObject({
    urgency: 'due',
    path: ['permissionWithdrawnOn'],
    since: {words: 'lapses at the end of today'},
    reason: expect.stringMatching(/The person has taken it back: choose another testimonial/),
  })
  expect(itemOn('2026-11-19', days)?.reason).not.toContain('Ask for it again')
  expect(itemOn('2026-11-20', days)).toMatchObject({
    urgency: 'now',
    path: ['permissionWithdrawnOn'],
    since: {day: '2026-11-20', words: 'since 20 November 2026'},
  })
})

test.each([
  ['2026-01-04', 'now'],
  ['2026-01-05', undefined],
])('on %s a permission given on 5 January 2026 is %s', (today, urgency) => {
  expect(itemOn(today, {})?.urgency).toBe(urgency)
})

test('without a proof, the link opens the proof that is missing, at its first field', () => {
  expect(itemsOn('2026-11-28', [testimonial])).toEqual([
    {
      kind: 'permission',
      urgency: 'now',
      effect: 'held-back',
      document: {
        id: 'testimonialProof.testimonial-a',
        type: 'testimonialProof',
        title: 'We gave our best.',
      },
      path: ['saidBy'],
      since: {day: null, words: 'no proof yet'},
      reason:
        'The private proof is missing: who said it, and when they gave permission. Fill in the proof and publish it.',
    },
  ])
})

test('nothing of the proof but its days is said', () => {
  const items = itemsOn('2027-02-01', [testimonial, {...proof, permissionExpiresOn: '2026-11-30'}])
  expect(JSON.stringify(items)).not.toMatch(/penrose/i)
})

test('a testimonial that is not published is no matter of visitors', () => {
  const [item] = itemsOn('2026-11-28', [{...testimonial, _id: 'drafts.testimonial-a'}])
  expect(item).toMatchObject({urgency: 'later', effect: 'none'})
  expect(item?.reason).toContain('It is not published yet.')
})

describe('where the draft of the proof differs from what is published', () => {
  const lapsed = {permissionExpiresOn: '2026-10-31'}

  test.each([
    ['in order', {permissionExpiresOn: '2028-10-31'}],
    ['about to lapse', {permissionExpiresOn: '2026-12-05'}],
  ])('one that is %s has only to be published', (_state, renewed) => {
    const items = itemsOn('2026-11-28', [testimonial, {...proof, ...lapsed}, {...draftProof, ...renewed}])
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({urgency: 'now', effect: 'held-back'})
    expect(items[0]?.reason).toContain('The draft puts it right: publish it.')
  })

  test.each([
    ['in order', {}],
    ['about to lapse', {permissionExpiresOn: '2026-12-05'}],
  ])('what visitors see is %s, the draft is not', (_state, days) => {
    const items = itemsOn('2026-11-28', [testimonial, {...proof, ...days}, {...draftProof, ...lapsed}])
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({urgency: 'later', effect: 'none'})
    expect(items[0]?.reason).toContain('in the draft alone')
  })

  test('a day that is wrong in another way in the draft is one item, about the draft', () => {
    const items = itemsOn('2026-11-28', [
      testimonial,
      {...proof, ...lapsed},
      {...draftProof, permissionWithdrawnOn: '2026-11-01'},
    ])
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({urgency: 'now', path: ['permissionWithdrawnOn']})
  })
})
