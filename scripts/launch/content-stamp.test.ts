import {cpSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {beginRun, findIdentity, writeStamp} from './content-stamp.ts'

let parent: string
let data: string
let site: string

beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'content-stamp-'))
  data = path.join(parent, 'data')
  site = path.join(parent, 'site')
  mkdirSync(data)
  writeStamp(data, {identity: 'first', broughtOn: '2026-03-01T10:00:00Z', run: null})
})

afterEach(() => rmSync(parent, {recursive: true}))

it('knows no content before it has been brought whole', () => {
  writeStamp(data, {identity: 'first', broughtOn: null, run: null})
  expect(findIdentity(data, site)).toBeNull()
})

it('keeps the name of content from run to run, so that nothing is built again', () => {
  expect(findIdentity(data, site)).toBe('first')
  for (let run = 1; run <= 3; run++) {
    beginRun(data, site)
    expect(findIdentity(data, site)).toBe('first')
  }
})

it('gives a backup that was put back another name than that of the pages, once', () => {
  beginRun(data, site)
  cpSync(data, path.join(parent, 'backup'), {recursive: true})
  expect(findIdentity(data, site)).toBe('first')
  beginRun(data, site)

  rmSync(data, {recursive: true})
  cpSync(path.join(parent, 'backup'), data, {recursive: true})
  const identity = findIdentity(data, site)
  expect(identity).not.toBe('first')
  beginRun(data, site)
  expect(findIdentity(data, site)).toBe(identity)
})

it('gives content another name that may have changed under hot reload', () => {
  beginRun(data, site)
  beginRun(data, null)
  expect(findIdentity(data, site)).not.toBe('first')
})

it('gives content another name beside pages of another folder', () => {
  beginRun(data, site)
  expect(findIdentity(data, path.join(parent, 'other'))).not.toBe('first')
})
