import {randomUUID} from 'node:crypto'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {signOffTypes} from '#lib/sign-off/types.ts'
import {readSecrets} from '#sanity/lake/access/secrets.ts'
import {openDataset} from '#sanity/lake/store/dataset.ts'
import {isFields} from '#sanity/lib/parse.ts'
import {readStamp, writeStamp} from '../launch/content-stamp.ts'

const memoryFile = 'sign-off-memory.json'

/**
 * Makes a restored folder one that a site can start on: its content has another name, so that the pages are built from
 * it; and what schools took back since the backup stays taken back.
 * @param folder - where the backup was unpacked
 * @param before - the data folder that it will replace
 * @returns how many documents the site's dataset has
 * @throws LakeStorageError when the dataset is broken, StartProblem when the keys are
 */
export async function settleRestored(folder: string, before: string): Promise<number> {
  const {signOffKey} = readSecrets(folder)
  const stamp = readStamp(folder)
  if (stamp !== null) writeStamp(folder, {...stamp, identity: randomUUID(), run: randomUUID()})
  const dataset = openDataset({name: 'production', file: path.join(folder, 'datasets', 'production.sqlite')})
  const documents = [...dataset.documents.values()]
  dataset.close()
  const lastEvent = Math.max(
    0,
    ...documents.flatMap(({_type, number}) =>
      _type === signOffTypes.event && typeof number === 'number' ? [number] : [],
    ),
  )
  if (isOfSameKey(before, signOffKey)) keepWithdrawals(folder, before, lastEvent)
  return documents.length
}

/** Whether a folder is of the same installation; agreements of another are nothing to this one. */
function isOfSameKey(before: string, signOffKey: string): boolean {
  const secrets = readFields(path.join(before, 'secrets.json'))
  return secrets?.signOffKey === signOffKey
}

/**
 * A backup knows nothing of what was withdrawn after it was made. Numbers are given again from the end of the restored
 * record on, so a withdrawal counts as made at that end: what stands there is over, and what follows is not.
 */
function keepWithdrawals(folder: string, before: string, lastEvent: number): void {
  const known = readFields(path.join(before, memoryFile))?.withdrawals
  if (!isFields(known) || Object.keys(known).length === 0) return
  const restored = readFields(path.join(folder, memoryFile)) ?? {highest: 0, withdrawals: {}}
  const capped = Object.entries(known).flatMap(([id, end]) =>
    isFields(end) && typeof end.number === 'number' && typeof end.at === 'string'
      ? [[id, {number: Math.min(end.number, lastEvent), at: end.at}] as const]
      : [],
  )
  const withdrawals = {
    ...(isFields(restored.withdrawals) ? restored.withdrawals : {}),
    ...Object.fromEntries(capped),
  }
  writeFileSync(path.join(folder, memoryFile), JSON.stringify({...restored, withdrawals}), {mode: 0o600})
}

function readFields(file: string): {[name: string]: unknown} | null {
  if (!existsSync(file)) return null
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return isFields(value) ? value : null
  } catch {
    return null
  }
}
