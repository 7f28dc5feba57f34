import {accessSync, constants, existsSync, mkdirSync} from 'node:fs'
import {dirname} from 'node:path'
import {backup, DatabaseSync} from 'node:sqlite'
import {LakeStorageError} from './storage-error.ts'

/** "LAKE" in ASCII: marks a file as a dataset of this project, so that no other database is taken for one. */
const applicationId = 0x4c414b45

/** How long to wait for a lake that is just stopping to let go of the file. */
const lockTimeoutMilliseconds = 500

/** Each entry lifts the schema by one version; entries are never changed once released, only added to. */
const migrations = [
  `CREATE TABLE transactions (
     sequence INTEGER PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     timestamp TEXT NOT NULL,
     author TEXT NOT NULL
   ) STRICT;
   CREATE TABLE changes (
     sequence INTEGER NOT NULL REFERENCES transactions (sequence),
     position INTEGER NOT NULL,
     document_id TEXT NOT NULL,
     after TEXT,
     mutations TEXT NOT NULL,
     UNIQUE (sequence, position)
   ) STRICT;
   CREATE INDEX changes_of_document ON changes (document_id, sequence);
   CREATE TABLE documents (
     id TEXT PRIMARY KEY,
     content TEXT NOT NULL
   ) STRICT;`,
]

/**
 * Opens or makes the SQLite file of a dataset and keeps it locked for this process until it is closed.
 *
 * The lock is SQLite's own (`locking_mode=EXCLUSIVE`), which the operating system drops when a process dies,
 * so a lake that was killed leaves no stale lock. A write-ahead log with `synchronous=FULL` is synced to disk
 * at every commit: an answered mutation survives a loss of power, for one sync of one file per transaction
 * (`NORMAL` would lose the last ones; a rollback journal would sync three times). `fullfsync` is what makes a
 * sync reach the disk on macOS.
 *
 * @throws LakeStorageError; the file is then left exactly as it was.
 */
export function openDatabaseFile(file: string): DatabaseSync {
  makeFolder(file)
  const existed = existsSync(file)
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, {timeout: lockTimeoutMilliseconds})
    prepare(database, file)
    if (existed) checkIntegrity(database, file)
    return database
  } catch (error) {
    if (database?.isOpen) database.close()
    throw explain(error, file)
  }
}

/**
 * Copies a database as it stands at one moment into a new file, while it goes on being written to.
 * @throws LakeStorageError, such as for a full disk
 */
export async function copyDatabase(database: DatabaseSync, to: string): Promise<void> {
  try {
    await backup(database, to)
  } catch (error) {
    throw explain(error, to)
  }
}

/** Whether another process has a dataset's file open. The file stays as it is. */
export function isInUse(file: string): boolean {
  const database = new DatabaseSync(file, {timeout: 0})
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; ROLLBACK')
    return false
  } catch (error) {
    const code =
      typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) & 0xff : 0
    return code === sqlite.busy || code === sqlite.locked
  } finally {
    database.close()
  }
}

function makeFolder(file: string): void {
  try {
    mkdirSync(dirname(file), {recursive: true})
    accessSync(existsSync(file) ? file : dirname(file), constants.R_OK | constants.W_OK)
  } catch (error) {
    throw new LakeStorageError(
      file,
      `The dataset cannot be kept in ${file}: it must be readable and writable for the user who runs this. Correct the permissions, or choose another data folder.`,
      error,
    )
  }
}

function prepare(database: DatabaseSync, file: string): void {
  database.exec('PRAGMA locking_mode = EXCLUSIVE')
  const version = readVersion(database, file)
  // The first schema is written with a rollback journal, so that the main file always carries our mark.
  migrate(database, version)
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA foreign_keys = ON',
  )
  // In exclusive mode the lock is taken by the first write and then kept.
  database.exec('BEGIN IMMEDIATE; COMMIT')
}

/** The schema's version; 0 for a new, empty file. */
function readVersion(database: DatabaseSync, file: string): number {
  const mark = pragma(database, 'application_id')
  const version = pragma(database, 'user_version')
  const tables = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get()
  const empty = mark === 0 && version === 0 && tables?.count === 0
  if (empty) return 0
  if (mark !== applicationId) {
    throw new LakeStorageError(
      file,
      `${file} is a database of another program. It was left untouched. Move it away, or choose another data folder.`,
    )
  }
  if (version > migrations.length) {
    throw new LakeStorageError(
      file,
      `${file} was written by a newer version of this project (format ${version}, this one reads up to ${migrations.length}). Update the project, or put back a backup of the data folder.`,
    )
  }
  return version
}

function pragma(database: DatabaseSync, name: 'application_id' | 'user_version'): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name])
}

function migrate(database: DatabaseSync, version: number): void {
  if (version === migrations.length) return
  const steps = migrations.slice(version).join('\n')
  database.exec(
    `BEGIN IMMEDIATE; ${steps} PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}; COMMIT`,
  )
}

function checkIntegrity(database: DatabaseSync, file: string): void {
  const found = database.prepare('PRAGMA quick_check(1)').get()?.quick_check
  if (found !== 'ok') throw brokenFile(file, new Error(String(found)))
}

/** The one message for content that cannot be read, wherever that shows. */
export function brokenFile(file: string, cause: unknown): LakeStorageError {
  return new LakeStorageError(
    file,
    `${file} is broken or is not a dataset. It was left untouched. Put back a backup of the data folder; or move the file away, and the next start begins with an empty dataset.`,
    cause,
  )
}

/** SQLite's own result codes, https://www.sqlite.org/rescode.html */
const sqlite = {busy: 5, locked: 6, readOnly: 8, corrupt: 11, full: 13, cannotOpen: 14, notADatabase: 26}

/** Puts an error of SQLite into words; any other error stays what it is. */
export function explain(error: unknown, file: string): unknown {
  // By shape, not by class: node:sqlite's errors are plain errors with a result code.
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return error
  // The low byte is the primary code; the rest tells variants apart.
  const code = Number(error.errcode) & 0xff
  if (code === sqlite.busy || code === sqlite.locked) {
    return new LakeStorageError(
      file,
      `${file} is in use by another process: a dataset has one writer. Stop the other one, or choose another data folder.`,
      error,
    )
  }
  if (code === sqlite.corrupt || code === sqlite.notADatabase) return brokenFile(file, error)
  if (code === sqlite.full) {
    return new LakeStorageError(
      file,
      `The disk of ${file} is full: the change was not stored. Free some space and try again.`,
      error,
    )
  }
  return new LakeStorageError(
    file,
    `${file} cannot be read or written (SQLite: ${'errstr' in error ? error.errstr : code}). Check the disk and the permissions of its folder.`,
    error,
  )
}
