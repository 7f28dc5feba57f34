import {
  changesBetween,
  compareLooks,
  type Look,
  leaveForLater,
  onItsWayMs,
  parseSeen,
} from './missed-changes.ts'

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

describe('a change that was not told of', () => {
  const first: Look = {documents: parseSeen([page('a', '1', 'a')]), untoldSince: new Map()}
  const changed = parseSeen([page('a', '2', 'a'), page('b', '1', 'b')])
  const untold = () => false
  const noon = 1_000_000
  const idsOf = (changes: {id: string}[]) => changes.map(({id}) => id)

  test('may be on its way when it is first seen, whatever the clocks say, and is missed when it is there still', () => {
    const {missed, look} = compareLooks(first, changed, untold, {now: noon})
    expect(idsOf(missed)).toEqual([])
    expect(idsOf(compareLooks(look, changed, untold, {now: noon + onItsWayMs - 1}).missed)).toEqual([])
    const later = compareLooks(look, changed, untold, {now: noon + onItsWayMs})
    expect(idsOf(later.missed)).toEqual(['a', 'b'])
    expect(idsOf(compareLooks(later.look, changed, untold, {now: noon + onItsWayMs}).missed)).toEqual([])
  })

  test('is missed at once where no message can be on its way', () => {
    expect(idsOf(compareLooks(first, changed, untold, {now: noon, patienceMs: 0}).missed)).toEqual(['a', 'b'])
  })

  test('is nothing when it is told of meanwhile', () => {
    const {look} = compareLooks(first, changed, untold, {now: noon})
    const told = compareLooks(look, changed, () => true, {now: noon + onItsWayMs})
    expect([idsOf(told.missed), told.look.untoldSince.size]).toEqual([[], 0])
  })

  test('is missed in time though the document goes on changing, or goes', () => {
    const {look} = compareLooks(first, changed, untold, {now: noon})
    const next = parseSeen([page('a', '3', 'a')])
    expect(idsOf(compareLooks(look, next, untold, {now: noon + onItsWayMs}).missed)).toEqual(['a'])
    const gone = compareLooks(look, parseSeen([]), untold, {now: noon + onItsWayMs})
    expect(gone.missed.map(({id, operation}) => [id, operation])).toEqual([['a', 'delete']])
  })

  test('that could not be followed is missed again', () => {
    const {look} = compareLooks(first, changed, untold, {now: noon})
    const at = noon + onItsWayMs
    const later = compareLooks(look, changed, untold, {now: at})
    const [change] = later.missed
    if (change === undefined) throw new Error('Nothing was missed.')
    leaveForLater(later.look, look, change, at - onItsWayMs)
    expect(idsOf(compareLooks(later.look, changed, untold, {now: at}).missed)).toEqual([change.id])
  })
})
