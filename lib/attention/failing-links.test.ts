import {attentionItems, attentionList} from './attention-items.ts'
import type {PlainDocument} from './plain-document.ts'

const address = 'https://register.example/schools'
const check = {
  _id: 'linkCheck.0123456789abcdef0123456789abcdef',
  _type: 'linkCheck',
  address,
  checkedAt: '2026-11-27T03:00:00Z',
  outcome: 'fails',
  status: 404,
  failingSince: '2026-11-19T23:30:00Z',
}
const resource = {_id: 'resource-register', _type: 'resource', title: 'The register', url: address}
const page = {
  _id: 'page-a',
  _type: 'page',
  title: 'A page',
  sections: [{_key: 's1', target: {_type: 'link', linkType: 'external', href: `${address} `}}],
}

const failing = (documents: PlainDocument[], timeZone = 'Europe/London') =>
  attentionItems(documents, {today: '2026-11-28', timeZone}).filter(({kind}) => kind === 'failing-link')

test('each field that uses a broken address is pointed at', () => {
  const items = failing([check, resource, page])
  expect(items.map(({document, path}) => [document.id, path])).toEqual([
    ['page-a', ['sections', {_key: 's1'}, 'target', 'href']],
    ['resource-register', ['url']],
  ])
  expect(items[1]).toMatchObject({
    urgency: 'now',
    effect: 'wrong',
    since: {day: '2026-11-19', words: 'since 19 November 2026'},
    reason:
      'The address https://register.example/schools did not work (the answer was 404) when it was tried on 27 November 2026. Open it. If nothing is there, give the address to which the page has moved, or take the link out.',
  })
})

test('the day is that of the place where the staff are', () => {
  expect(failing([check, resource], 'Pacific/Auckland')[0]?.since.day).toBe('2026-11-20')
})

test.each([
  ['fails', 'did not work'],
  ['unreachable', 'could not be reached'],
  ['timed-out', 'did not answer in time'],
])('an address that %s', (outcome, words) => {
  expect(failing([{...check, outcome}, resource])[0]?.reason).toContain(words)
})

test.each(['works', 'redirects', 'refuses', undefined])('an address that %s is in order', (outcome) => {
  expect(failing([{...check, outcome}, resource])).toEqual([])
})

test('without the day on which it began, that of the check counts', () => {
  const {failingSince: _left, ...first} = check
  expect(failing([first, resource])[0]?.since.words).toBe('since 27 November 2026')
})

test('a check whose days are missing is told all the same', () => {
  const {failingSince: _since, checkedAt: _at, ...undated} = check
  expect(failing([undated, resource])[0]?.since).toEqual({day: null, words: 'when is not known'})
})

test('an address that nobody uses any more is nobody’s matter', () => {
  expect(failing([check, {...resource, url: 'https://elsewhere.example'}])).toEqual([])
})

test('a draft that has another address puts it right', () => {
  const items = failing([
    check,
    resource,
    {...resource, _id: 'drafts.resource-register', url: 'https://elsewhere.example'},
  ])
  expect(items).toMatchObject([{urgency: 'now', effect: 'wrong'}])
  expect(items[0]?.reason).toContain('The draft puts it right: publish it.')
})

test('an address that failed for the first time may have had a bad night', () => {
  const first = {...check, failingSince: check.checkedAt}
  expect(failing([first, resource])).toMatchObject([
    {
      urgency: 'due',
      effect: 'none',
      reason: expect.stringContaining('on 27 November 2026. That was its first failure'),
    },
  ])
})

test('what the register said of a website is a record, and nobody could mend it', () => {
  const school = {
    _id: 'school-a',
    _type: 'school',
    website: 'https://new.example',
    registerFacts: [{_key: 'website', _type: 'registerFact', says: address}],
  }
  expect(failing([check, school])).toEqual([])
  expect(failing([check, {...school, website: address}])).toMatchObject([{path: ['website']}])
})

describe('when links were last tried', () => {
  const clock = {today: '2026-11-28', timeZone: 'Europe/London'}
  const tried = (documents: PlainDocument[]) => attentionList(documents, clock).linksTried

  test('is said of the latest check, whatever came of it', () => {
    const earlier = {...check, _id: 'linkCheck.b', outcome: 'works', checkedAt: '2026-11-02T03:00:00Z'}
    expect(tried([check, earlier])).toBe('Links to other websites were last tried on 27 November 2026.')
  })

  test('is said where nobody has tried', () => {
    expect(tried([resource])).toMatch(/^Nobody has tried yet/)
  })
})
