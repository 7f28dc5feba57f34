import {isOver, marksLastMs, newMark, parseMarks, unknownMarks} from './tag-marks.ts'

const now = Date.UTC(2026, 2, 1)

it('misses a change where the same tag has another mark, or none', () => {
  const [one, other] = [newMark(now, 'a'), newMark(now - 5_000, 'b')]
  const known = new Map([
    ['document:a', {mark: one}],
    ['document:b', {mark: one}],
  ])
  const theirs = {'document:a': one, 'document:b': other, 'document:c': one}
  expect(unknownMarks(theirs, known)).toEqual({'document:b': other, 'document:c': one})
})

it('lets go of a mark when no page can be older', () => {
  expect(isOver(newMark(now - marksLastMs, 'a'), now)).toBe(false)
  expect(isOver(newMark(now - marksLastMs - 1, 'a'), now)).toBe(true)
  expect(isOver('no mark', now)).toBe(true)
})

it.each([null, 'words', 7, undefined])('reads no marks in %p', (value) => {
  expect(parseMarks(value)).toEqual({})
})

it('leaves out what is no mark', () => {
  const mark = newMark(now, 'a')
  expect(
    parseMarks({'document:a': mark, 'list:page': 7, 'list:b': 'words', ['x'.repeat(257)]: mark}),
  ).toEqual({'document:a': mark})
})
