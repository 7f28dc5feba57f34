import {randomUUID} from 'node:crypto'
import {mkdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {writingRobot} from './access/users.ts'
import type {DatasetRegistry} from './datasets.ts'
import {plainError} from './errors.ts'
import {type Route, route} from './http/router.ts'
import {isDiskFull, LakeStorageError} from './store/storage-error.ts'

/** Below the data folder: copies of datasets that a backup is being made from. */
const snapshotsFolder = 'snapshots'

/**
 * `POST /backup`: copies every dataset as it stands at one moment, while others write, into a new folder of the data
 * folder, and answers with its path there. A dataset has one writer, so nobody else can read its file meanwhile. Only
 * for the command on this machine, which knows the write token and packs the copies. The answer is a stream that says
 * no more: the copies go when it ends, however the command did, and of two commands each has its own.
 */
export function backupRoute(datasets: DatasetRegistry, dataFolder: string): Route {
  return route('POST', '/backup', async ({identity}) => {
    if (identity.kind !== 'user' || identity.userId !== writingRobot.id)
      throw plainError(403, 'Forbidden', 'A backup is made with the write token of this lake')
    const folder = join(snapshotsFolder, randomUUID())
    const remove = () => rmSync(join(dataFolder, folder), {recursive: true, force: true})
    const names = datasets.names()
    try {
      mkdirSync(join(dataFolder, folder), {recursive: true, mode: 0o700})
      for (const name of names)
        await datasets.require(name).dataset.copyTo(join(dataFolder, folder, `${name}.sqlite`))
    } catch (error) {
      remove()
      throw inWords(error)
    }
    return {
      start(stream) {
        stream.onEnd(remove)
        stream.send({event: 'copied', data: {folder, datasets: names}})
      },
    }
  })
}

/** What the command shows to whoever makes the backup. */
function inWords(error: unknown): unknown {
  if (isDiskFull(error))
    return plainError(
      507,
      'Insufficient Storage',
      'The disk is full: there is no room for a copy of the content. Free some space on it, then make the backup again.',
    )
  return error instanceof LakeStorageError ? plainError(500, 'Internal Server Error', error.message) : error
}

/** Removes what backups that were broken off have left. For the start only. */
export function clearSnapshots(dataFolder: string): void {
  rmSync(join(dataFolder, snapshotsFolder), {recursive: true, force: true})
}
