import {randomUUID} from 'node:crypto'
import {mkdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {writingRobot} from './access/users.ts'
import type {DatasetRegistry} from './datasets.ts'
import {plainError} from './errors.ts'
import {type Route, route} from './http/router.ts'

/** Below the data folder: copies of datasets that a backup is being made from. */
const snapshotsFolder = 'snapshots'

/**
 * `POST /backup`: copies every dataset as it stands at one moment, while others write, into a new folder of the data
 * folder, and answers with its path there. A dataset has one writer, so nobody else can read its file meanwhile. Only
 * for the command on this machine, which knows the write token; it packs the copies and takes them away.
 */
export function backupRoute(datasets: DatasetRegistry, dataFolder: string): Route {
  return route('POST', '/backup', async ({identity}) => {
    if (identity.kind !== 'user' || identity.userId !== writingRobot.id)
      throw plainError(403, 'Forbidden', 'A backup is made with the write token of this lake')
    const folder = join(snapshotsFolder, randomUUID())
    mkdirSync(join(dataFolder, folder), {recursive: true, mode: 0o700})
    const names = datasets.names()
    for (const name of names) {
      await datasets.require(name).dataset.copyTo(join(dataFolder, folder, `${name}.sqlite`))
    }
    return {headers: {'cache-control': 'no-store'}, json: {folder, datasets: names}}
  })
}

/** Removes what backups that were broken off have left. For the start only. */
export function clearSnapshots(dataFolder: string): void {
  rmSync(join(dataFolder, snapshotsFolder), {recursive: true, force: true})
}
