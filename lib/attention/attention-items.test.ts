import fc from 'fast-check'
import {attentionItems, attentionList, byUrgency, clockAt, itemKey} from './attention-items.ts'
import {attentionKinds} from './item.ts'
import type {PlainDocument} from './plain-document.ts'

const clock = {today: '2026-11-28', timeZone: 'Europe/London'}

const school = {_type: 'school', status: 'in-trust', registerFactsTakenOn: '2026-09-01'}
const proof = {_type: 'testimonialProof', permissionGivenOn: '2026-01-05'}
const pupils = {_type: 'picture', asset: {_ref: 'image-a'}, showsPupils: true}

/** One dataset with something of every kind in it, some of it more than once. */
const dataset: PlainDocument[] = [
  {_id: 'testimonial-a', _type: 'testimonial', quotation: 'Nobody has proof of this.'},
  {_id: 'testimonial-b', _type: 'testimonial', quotation: 'This lapses soon.'},
  {_id: 'testimonialProof.testimonial-b', ...proof, permissionExpiresOn: '2026-12-10'},
  {_id: 'testimonial-c', _type: 'testimonial', quotation: 'This lapses later.'},
  {_id: 'testimonialProof.testimonial-c', ...proof, permissionExpiresOn: '2027-01-20'},
  {_id: 'testimonial-d', _type: 'testimonial', quotation: 'This has lapsed.'},
  {_id: 'testimonialProof.testimonial-d', ...proof, permissionExpiresOn: '2026-10-31'},
  {
    _id: 'page-a',
    _type: 'page',
    title: 'A page',
    sections: [{_key: 's1', _type: 'callToActionSection', target: {_type: 'link'}}],
  },
  {
    _id: 'school-a',
    ...school,
    name: 'Asked School',
    happyToBeAsked: true,
    pictures: [{_key: 'p1', ...pupils}],
  },
  {_id: 'school-b', ...school, name: 'Brook School', registerFactsTakenOn: '2025-06-01'},
  {_id: 'school-c', ...school, name: 'Cliff School', registerFactsTakenOn: '2025-05-01'},
  {_id: 'resource-a', _type: 'resource', title: 'The register', url: 'https://register.example'},
  {
    _id: 'linkCheck.a',
    _type: 'linkCheck',
    address: 'https://register.example',
    outcome: 'timed-out',
    checkedAt: '2026-11-27T03:00:00Z',
    failingSince: '2026-11-19T03:00:00Z',
  },
  {_id: 'siteSettings', _type: 'siteSettings', accessibilityStatement: {reviewedOn: '2025-11-27'}},
  {
    _id: 'claim-a',
    _type: 'benefitClaim',
    kind: 'statistic',
    statement: 'Seven in ten.',
    statistic: {
      before: {count: 1, outOf: 10},
      after: {count: 7, outOf: 10},
      population: 'invented schools',
      asAt: 'end of 2017',
      source: {_type: 'source', publisher: 'An office', title: 'Counted', url: 'https://a.example'},
      reviewBy: '2026-09-30',
    },
  },
  {_id: 'claim-b', _type: 'benefitClaim', kind: 'words', statement: 'Over 90% improved.'},
  {
    _id: 'school-d',
    ...school,
    name: 'Dale School',
    contactRoute: {kind: 'email', email: 'office@d.example'},
    location: {lat: -2.8, lng: 54.2},
  },
  {_id: 'drafts.page-b', _type: 'page', title: 'Begun in spring', _updatedAt: '2026-04-01T09:00:00Z'},
  {_id: 'inventedLater-a', _type: 'inventedLater', anything: [null, {at: 'all'}]},
]

test('everything that needs attention, the most urgent first', () => {
  const rows = attentionItems(dataset, clock).map(({urgency, kind, document, since}) =>
    [urgency, kind, document.title, since.words].join(' | '),
  )
  expect(rows).toEqual([
    'now | permission | Nobody has proof of this. | no proof yet',
    'now | permission | This has lapsed. | since 1 November 2026',
    'now | evidence | Over 90% improved. | evidence missing',
    'now | link-without-address | A page | no usable address',
    'now | picture | Asked School | not put right yet',
    'now | contact-route | Asked School | no way to ask yet',
    'now | other-held-back | Dale School | not put right yet',
    'now | failing-link | The register | since 19 November 2026',
    'due | permission | This lapses soon. | lapses in 12 days',
    'due | permission | This lapses later. | lapses in 53 days',
    'due | statement-review | Settings | last reviewed on 27 November 2025',
    'due | claim-review | Seven in ten. | was due by 30 September 2026',
    'later | contact-route | Brook School | no way to ask yet',
    'later | contact-route | Cliff School | no way to ask yet',
    'later | register-facts | Cliff School | since 1 May 2025',
    'later | register-facts | Brook School | since 1 June 2025',
    'later | old-draft | Begun in spring | since 1 April 2026',
  ])
})

test('the dataset has every kind in it', () => {
  const unagreed = {title: 'Elm', state: 'not-asked', isOverdue: false, withoutAgreement: 'hidden'} as const
  const found = new Set(attentionList(dataset, clock, [unagreed]).items.map(({kind}) => kind))
  expect([...found].sort()).toEqual([...attentionKinds].sort())
})

test('nothing needs attention where all is in order, nor in an empty dataset', () => {
  const inOrder: PlainDocument[] = [
    {_id: 'testimonial-a', _type: 'testimonial', quotation: 'True.'},
    {_id: 'testimonialProof.testimonial-a', ...proof},
    {_id: 'school-a', ...school, contactRoute: {kind: 'email', email: 'office@a.example'}},
    {_id: 'siteSettings', _type: 'siteSettings', accessibilityStatement: {reviewedOn: '2026-11-24'}},
    {_id: 'drafts.page-a', _type: 'page', _updatedAt: '2026-11-27T09:00:00Z'},
  ]
  expect(attentionItems(inOrder, clock)).toEqual([])
  expect(attentionItems([], clock)).toEqual([])
})

describe('the order', () => {
  /** Some of the documents, in any order, some of them as drafts too. */
  const someDocuments = fc
    .shuffledSubarray(dataset)
    .chain((documents) => fc.tuple(fc.constant(documents), fc.shuffledSubarray(documents)))
    .map(([documents, drafted]) => [
      ...documents,
      ...drafted
        .filter(({_id}) => !_id.startsWith('drafts.'))
        .map((document) => ({
          ...document,
          _id: `drafts.${document._id}`,
          _updatedAt: '2026-01-01T00:00:00Z',
        })),
    ])

  test('does not depend on that of the documents', () => {
    fc.assert(
      fc.property(someDocuments, (documents) => {
        const items = attentionItems(documents, clock)
        expect(attentionItems([...documents].reverse(), clock)).toEqual(items)
      }),
      {numRuns: 40},
    )
  })

  test('is total: of two items one comes first, and no two are the same', () => {
    fc.assert(
      fc.property(someDocuments, (documents) => {
        const items = attentionItems(documents, clock)
        expect(new Set(items.map(itemKey)).size).toBe(items.length)
        const compared = items.map((one) => items.map((other) => byUrgency(one, other)))
        expect(compared).toEqual(items.map((_, one) => items.map((_, other) => Math.sign(one - other))))
      }),
      {numRuns: 40},
    )
  })
})

test('today is the day where somebody looks', () => {
  expect(clockAt('2026-06-30T23:30:00Z', 'Europe/London').today).toBe('2026-07-01')
  expect(clockAt('2026-06-30T23:30:00Z', 'UTC').today).toBe('2026-06-30')
})
