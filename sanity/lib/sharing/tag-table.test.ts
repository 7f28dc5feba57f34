import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tag-table-'))
  mkdirSync(path.join(folder, '.next'))
  writeFileSync(path.join(folder, '.next/BUILD_ID'), 'first')
})

afterEach(() => {
  jest.useRealTimers()
  jest.restoreAllMocks()
  rmSync(folder, {recursive: true})
})

/** A process that starts on the folder: nothing of the one before is in its memory. */
async function start() {
  Reflect.deleteProperty(globalThis, Symbol.for('school-trust-website.tag-table'))
  jest.resetModules()
  const table = await import('./tag-table.ts')
  const {areTagsStale} = await import('next/dist/server/lib/incremental-cache/tags-manifest.external.js')
  table.openTable(folder)
  return {...table, isOutOfDate: (tag: string, madeAt: number) => areTagsStale([tag], madeAt)}
}

const foreign = (name: string) => `${Date.now()}-${name}`

it('makes out of date what another process has marked, once', async () => {
  const {takeMarks, isOutOfDate} = await start()
  const marks = {'document:a': foreign('other')}
  const madeAt = Date.now() - 10
  expect(takeMarks(marks)).toEqual(marks)
  expect([isOutOfDate('document:a', madeAt), isOutOfDate('document:b', madeAt)]).toEqual([true, false])
  expect(takeMarks(marks)).toEqual({})
})

it('keeps a mark that the others cannot know yet, whatever they say of the same tag', async () => {
  const {noteTags, noteShared, takeMarks, unsharedMarks} = await start()
  const own = noteTags(['document:a'])
  const theirs = {'document:a': foreign('before')}
  expect(takeMarks(theirs)).toEqual(theirs)
  expect(unsharedMarks()).toEqual(own)
  noteShared(own)
  expect(unsharedMarks()).toEqual({})
})

it('remembers through a restart what was marked, and what was not shared', async () => {
  const before = await start()
  const madeAt = Date.now() - 10
  const marks = before.noteTags(['document:a'])
  const after = await start()
  expect(after.unsharedMarks()).toEqual(marks)
  expect(after.isOutOfDate('document:a', madeAt)).toBe(true)
})

it('holds a page for old after a restart that was finished before its change was followed', async () => {
  const before = await start()
  const followed = before.noteTags(['document:followed'])
  before.noteTags(['document:unfollowed'])
  before.noteFollowed(followed)
  const finishedAt = Date.now() + 1_000
  jest.useFakeTimers({now: finishedAt + 60_000})
  const after = await start()
  expect(after.isOutOfDate('document:followed', finishedAt)).toBe(false)
  expect(after.isOutOfDate('document:unfollowed', finishedAt)).toBe(true)
})

it('holds every page of a new build for old that shows what was marked before', async () => {
  const before = await start()
  before.noteFollowed(before.noteTags(['document:a']))
  const builtAt = Date.now() + 1_000
  writeFileSync(path.join(folder, '.next/BUILD_ID'), 'second')
  jest.useFakeTimers({now: builtAt + 60_000})
  expect((await start()).isOutOfDate('document:a', builtAt)).toBe(true)
})

const day = 24 * 60 * 60_000

it('lets go of a mark that is over, when there is another', async () => {
  const {noteTags, takeMarks, allMarks} = await start()
  takeMarks({'document:old': `${Date.now() - 36 * day}-other`})
  noteTags(['document:a'])
  expect(Object.keys(allMarks())).toEqual(['document:a'])
})

it('keeps its marks when the clock jumps a year ahead, and dates none too early when it is set back', async () => {
  const {noteTags, allMarks} = await start()
  const real = Date.now()
  noteTags(['document:a'])
  jest.spyOn(Date, 'now').mockReturnValue(real + 365 * day)
  noteTags(['document:b'])
  jest.spyOn(Date, 'now').mockReturnValue(real - 365 * day)
  noteTags(['document:c'])
  jest.spyOn(Date, 'now').mockReturnValue(real)
  noteTags(['document:d'])
  expect(Object.keys(allMarks()).sort()).toEqual(['document:a', 'document:b', 'document:c', 'document:d'])
})

it.each(['', '{"build": 7}', '{"build": "first", "entries": [["document:a", {"mark": "x"}], 3]}'])(
  'starts with nothing on a table that says %s',
  async (text) => {
    writeFileSync(path.join(folder, '.next/tag-table.json'), text)
    expect((await start()).allMarks()).toEqual({})
  },
)
