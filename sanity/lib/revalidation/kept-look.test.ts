import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {keepLook, readKeptLook} from './kept-look.ts'
import {parseSeen} from './missed-changes.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kept-look-'))
  mkdirSync(path.join(folder, '.next'))
  writeFileSync(path.join(folder, '.next/BUILD_ID'), 'first')
})

afterEach(() => rmSync(folder, {recursive: true}))

const look = {
  state: '2 2026-11-29T12:00:00Z',
  at: Date.parse('2026-11-29T12:00:05Z'),
  documents: parseSeen([
    {
      _id: 'oak',
      _type: 'school',
      _rev: '1',
      _updatedAt: '2026-11-29T12:00:00Z',
      slug: 'oak',
      place: {lat: 51, lng: 0},
    },
    {_id: 'moved', _type: 'redirect', _rev: '2', _updatedAt: '2026-11-29T11:00:00Z', from: '/old'},
  ]),
}

test('a process goes on from the last look of the one before', async () => {
  await keepLook(folder, look)
  expect(readKeptLook(folder)).toEqual(look)
})

test.each([
  ['of another build', () => writeFileSync(path.join(folder, '.next/BUILD_ID'), 'second')],
  ['that was cut off', () => writeFileSync(path.join(folder, '.next/content-seen.json'), '{"build": "fir')],
  ['that is none', () => writeFileSync(path.join(folder, '.next/content-seen.json'), '{"build": "first"}')],
])('a look %s is left alone', async (_which, spoil) => {
  await keepLook(folder, look)
  spoil()
  expect(readKeptLook(folder)).toBeNull()
})
