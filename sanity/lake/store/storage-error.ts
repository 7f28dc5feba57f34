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
