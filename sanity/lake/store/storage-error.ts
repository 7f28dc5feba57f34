import {systemErrorCode} from '#lib/system-error-code.ts'

/**
 * A dataset's file cannot be used: it is locked, broken, foreign, too new or not writable.
 * The message is for the person who runs the lake: it names the file and the remedy.
 */
export class LakeStorageError extends Error {
  /** Absolute path of the file. */
  readonly file: string

  constructor(file: string, message: string, cause?: unknown) {
    super(message, {cause})
    this.name = 'LakeStorageError'
    this.file = file
  }
}

/** SQLite's own code for a full disk, https://www.sqlite.org/rescode.html#full */
const sqliteFull = 13

/** Whether something could not be written because there is no room for it. */
export function isDiskFull(error: unknown): boolean {
  if (error instanceof LakeStorageError) return isDiskFull(error.cause)
  if (['ENOSPC', 'EDQUOT'].includes(systemErrorCode(error) ?? '')) return true
  // The low byte is the primary code; the rest tells variants apart.
  return (
    typeof error === 'object' &&
    error !== null &&
    'errcode' in error &&
    (Number(error.errcode) & 0xff) === sqliteFull
  )
}
