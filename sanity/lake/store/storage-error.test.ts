import {writeFileSync} from 'node:fs'
import {DatabaseSync} from 'node:sqlite'
import {isDiskFull, LakeStorageError} from './storage-error.ts'

function errorOf(work: () => void): unknown {
  try {
    work()
    return null
  } catch (error) {
    return error
  }
}

test('knows a full disk by what SQLite and the system say of it', () => {
  const database = new DatabaseSync(':memory:')
  database.exec('PRAGMA max_page_count = 3; CREATE TABLE words (word TEXT)')
  const ofSqlite = errorOf(() => database.exec(`INSERT INTO words VALUES ('${'words'.repeat(10_000)}')`))
  const ofOther = errorOf(() => database.exec('SELECT * FROM nothing'))
  database.close()
  expect(isDiskFull(ofSqlite)).toBe(true)
  expect(isDiskFull(new LakeStorageError('a.sqlite', 'It is full.', ofSqlite))).toBe(true)
  expect(isDiskFull(errorOf(() => writeFileSync('/dev/full', 'words')))).toBe(true)
  expect([ofOther, null].map(isDiskFull)).toEqual([false, false])
})
