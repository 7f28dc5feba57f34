import {mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {openSessions} from './sessions.ts'

const second = 1000
const day = 24 * 60 * 60 * second

let folder: string
let time: number
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sessions-'))
  time = Date.UTC(2026, 0, 1)
})
afterEach(() => rmSync(folder, {recursive: true}))

const open = () => openSessions(folder, () => time)

function signIn(sessions = open()): string {
  const token = sessions.exchangeCode(sessions.issueCode('editor'))
  if (token === null) throw new Error('The code was not exchanged')
  return token
}

test('a code is worth a session for a minute, once', () => {
  const sessions = open()
  const code = sessions.issueCode('editor')
  time += 60 * second
  expect(sessions.exchangeCode(code)).toEqual(expect.any(String))
  expect(sessions.exchangeCode(code)).toBeNull()

  const late = sessions.issueCode('editor')
  time += 61 * second
  expect(sessions.exchangeCode(late)).toBeNull()
})

test('codes are long enough for the Studio to see them in the address', () => {
  expect(open().issueCode('editor')).toMatch(/^[^&]{20,}$/)
})

test('a session lasts thirty days and is then known to be expired', () => {
  const token = signIn()
  time += 30 * day
  expect(open().find(token)).toMatchObject({state: 'valid', userId: 'editor'})
  time += day
  expect(open().find(token)).toEqual({state: 'expired'})
})

test('an expired session is forgotten in the end', () => {
  const token = signIn()
  time += 61 * day
  signIn()
  expect(open().find(token)).toEqual({state: 'unknown'})
})

test('ending one session leaves the others', () => {
  const sessions = open()
  const [ended, other] = [signIn(sessions), signIn(sessions)]
  sessions.end(ended)
  expect(sessions.find(ended)).toEqual({state: 'unknown'})
  expect(open().find(other)).toMatchObject({state: 'valid'})
})

test('the file signs nobody in, and only its owner reads it', () => {
  const token = signIn()
  const file = join(folder, 'sessions.json')
  expect(readFileSync(file, 'utf8')).not.toContain(token)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})
