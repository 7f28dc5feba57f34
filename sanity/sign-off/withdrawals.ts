import {mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {env} from '#lib/env.ts'
import {sharedState} from '#lib/shared-state.ts'
import {isObject, parseJson} from '#lib/sign-off/json.ts'

type Memory = {latest: Map<string, number>}

/** In the data folder of this machine. */
const fileName = 'sign-off-withdrawals.json'

/**
 * Withdrawals that this machine has seen: the number of the latest, by document. Whoever may write to the dataset could
 * delete a withdrawal there, and the agreement before it would count again; what was seen here still ends it.
 */
function memory(): Memory {
  return sharedState<Memory>(
    'sign-off-withdrawals',
    () => ({latest: readWithdrawals()}),
    (value): value is Memory => isObject(value) && value.latest instanceof Map,
  )
}

/** The number of the latest withdrawal about a document that was ever seen here; 0 for none. */
export function knownWithdrawal(subjectId: string): number {
  return memory().latest.get(subjectId) ?? 0
}

/** @param number - of the latest withdrawal about the document; 0 for none */
export function noteWithdrawal(subjectId: string, number: number): void {
  if (number <= knownWithdrawal(subjectId)) return
  const {latest} = memory()
  latest.set(subjectId, number)
  const folder = env().dataFolder
  try {
    mkdirSync(folder, {recursive: true})
    // Other processes of this machine keep the same file: what they noted stays.
    for (const [id, noted] of readWithdrawals()) latest.set(id, Math.max(noted, latest.get(id) ?? 0))
    const file = path.join(folder, fileName)
    writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(latest)), {mode: 0o600})
    renameSync(`${file}.new`, file)
  } catch (error) {
    console.error(
      `[sign-off] a withdrawal is remembered until the next start only: ${error instanceof Error ? error.name : ''}`,
    )
  }
}

function readWithdrawals(): Map<string, number> {
  try {
    const kept = parseJson(readFileSync(path.join(env().dataFolder, fileName), 'utf8'))
    const entries = isObject(kept) ? Object.entries(kept) : []
    return new Map(
      entries.flatMap(([id, number]) => (typeof number === 'number' ? [[id, number] as const] : [])),
    )
  } catch {
    return new Map()
  }
}
