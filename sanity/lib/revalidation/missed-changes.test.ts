import {changesBetween, parseSeen} from './missed-changes.ts'

const page = (id: string, revision: string, slug: string) => ({
  _id: id,
  _type: 'page',
  _rev: revision,
  _updatedAt: '2026-11-29T12:00:00Z',
  slug,
})

test('says of what is new, changed or gone what the webhook would have said', () => {
  const before = parseSeen([page('a', '1', 'a'), page('b', '1', 'b'), page('c', '1', 'c')])
  const now = parseSeen([page('a', '1', 'a'), page('b', '2', 'moved'), page('d', '1', 'd'), {_id: 7}])
  const changes = changesBetween(before, now)
  expect(
    changes.map(({id, operation, slugBefore, slugAfter}) => [id, operation, slugBefore, slugAfter]),
  ).toEqual([
    ['b', 'update', 'b', 'moved'],
    ['c', 'delete', 'c', null],
    ['d', 'create', null, 'd'],
  ])
})

test('a testimonial that changed its school, and a school that moved, name both', () => {
  const seen = (revision: string, more: object) =>
    parseSeen([{_id: 'a', _type: 'testimonial', _rev: revision, _updatedAt: '2026-11-29T12:00:00Z', ...more}])
  const [change] = changesBetween(
    seen('1', {school: 'elm', place: {lat: 51, lng: 0}}),
    seen('2', {school: 'oak', place: {lat: 52, lng: 1}}),
  )
  expect(change?.schools).toEqual(['elm', 'oak'])
  expect(change?.places).toEqual([
    {lat: 51, lng: 0},
    {lat: 52, lng: 1},
  ])
})
