import {mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {newMark} from '#lib/tag-marks.ts'
import {wasHeard} from '../revalidation/heard-changes.ts'
import {followOthers} from './follow.ts'
import {takeMarks} from './tag-table.ts'

/** A build without pages, so that none are made again. */
const folder = mkdtempSync(path.join(tmpdir(), 'follow-'))
const before = process.cwd()

beforeAll(() => {
  mkdirSync(path.join(folder, '.next/server/app'), {recursive: true})
  process.chdir(folder)
})

afterAll(() => {
  process.chdir(before)
  rmSync(folder, {recursive: true})
})

test('of what other processes know, only what is new counts as told of while this one was away', async () => {
  const mark = (name: string) => newMark(Date.now(), name)
  const known = {'document:known': mark('known')}
  takeMarks(known)
  await followOthers({...known, 'document:new': mark('new')}, null)
  const heard = (id: string) =>
    wasHeard({id, revision: 'of which nobody was told', changedAt: Date.now() + 60_000, markedAt: null})
  expect([heard('known'), heard('new')]).toEqual([false, true])
})
