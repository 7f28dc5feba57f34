import {mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {isSignOffKey} from '#lib/sign-off/keys.ts'
import {ensureSecrets, readSecrets} from './secrets.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'))
})
afterEach(() => rmSync(folder, {recursive: true}))

test('are made once, all different and hard to guess', () => {
  const made = ensureSecrets(folder)
  expect(new Set(Object.values(made)).size).toBe(4)
  const {signOffKey, ...tokens} = made
  for (const secret of Object.values(tokens)) expect(secret).toMatch(/^[\w-]{43}$/)
  expect(isSignOffKey(signOffKey)).toBe(true)
  expect(ensureSecrets(folder)).toEqual(made)
  expect(readSecrets(folder)).toEqual(made)
  expect(readdirSync(folder)).toEqual(['secrets.json'])
})

test('are made in a folder that is not there yet', () => {
  const below = join(folder, 'new', 'folder')
  expect(ensureSecrets(below)).toEqual(readSecrets(below))
})

test('of a folder from before there was sign-off get its key, once, and stay what they were', () => {
  const {signOffKey: _, ...before} = ensureSecrets(folder)
  writeFileSync(join(folder, 'secrets.json'), JSON.stringify(before))
  const completed = readSecrets(folder)
  expect(completed).toMatchObject(before)
  expect(isSignOffKey(completed.signOffKey)).toBe(true)
  expect(readSecrets(folder)).toEqual(completed)
})

test('are not made by reading', () => {
  expect(() => readSecrets(folder)).toThrow(/secrets\.json is missing\. Start the site once/)
})

test.each([
  ['no JSON', '{', /is not valid JSON.*delete it/],
  ['a list', '[]', /has no usable "readToken".*delete it/],
  ['an empty secret', '{"readToken": ""}', /has no usable "readToken"/],
])('a file with %s is named together with the remedy', (_what, text, message) => {
  writeFileSync(join(folder, 'secrets.json'), text)
  expect(() => ensureSecrets(folder)).toThrow(message)
})

test('a folder in the place of the file is named', () => {
  mkdirSync(join(folder, 'secrets.json'))
  expect(() => ensureSecrets(folder)).toThrow(/secrets\.json cannot be read \(EISDIR\)/)
})
