import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {prepareDataFolder, setContentAside} from './data-folder.ts'

let parent: string
let folder: string

beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'data-folder-'))
  folder = path.join(parent, 'data')
})

afterEach(() => rmSync(parent, {recursive: true}))

it('makes a missing folder, and keeps one that is there', () => {
  prepareDataFolder(folder)
  writeFileSync(path.join(folder, 'kept'), '')
  prepareDataFolder(folder)
  expect(existsSync(path.join(folder, 'kept'))).toBe(true)
})

it('refuses a file in its place, and leaves it alone', () => {
  writeFileSync(folder, 'a letter')
  expect(() => prepareDataFolder(folder)).toThrow(/a file stands in the way/)
  expect(readFileSync(folder, 'utf8')).toBe('a letter')
})

it('puts content aside whole, and keeps keys and earlier backups', () => {
  mkdirSync(path.join(folder, 'datasets'), {recursive: true})
  writeFileSync(path.join(folder, 'datasets/production.sqlite'), 'content')
  writeFileSync(path.join(folder, 'secrets.json'), '{}')
  const backup = setContentAside(folder, new Date('2026-03-01T10:00:00Z'))
  expect(backup).toBe(path.join(folder, 'backups/2026-03-01T10-00-00.000Z'))
  expect(readFileSync(path.join(backup ?? '', 'datasets/production.sqlite'), 'utf8')).toBe('content')
  expect(existsSync(path.join(folder, 'datasets'))).toBe(false)
  expect(existsSync(path.join(folder, 'secrets.json'))).toBe(true)
  expect(setContentAside(folder, new Date('2026-03-01T11:00:00Z'))).toBeNull()
})
