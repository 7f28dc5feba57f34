import {mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {env} from '#lib/env.ts'
import {errorFields} from '#lib/log/error-fields.ts'
import {log} from '#lib/log/log.ts'
import {sharedState} from '#lib/shared-state.ts'
import type {End} from '#lib/sign-off/agreement.ts'
import {isObject, parseJson} from '#lib/sign-off/json.ts'

type Kept = {
  /** The highest number of an event that was seen. */
  highest: number
  /** The latest withdrawal, by document. */
  withdrawals: Map<string, End>
}

type Memory = {kept: Kept}

/** In the data folder of this machine. */
const fileName = 'sign-off-memory.json'

/**
 * What this machine has seen of the record. Whoever may write to the dataset could delete a withdrawal there, and the
 * agreement before it would count again, or delete the end of the record, and its numbers would be given again; what was
 * seen here still counts.
 */
function memory(): Memory {
  return sharedState<Memory>(
    'sign-off-memory',
    () => ({kept: read()}),
    (value): value is Memory => isObject(value) && isObject(value.kept),
  )
}

export const highestSeen = () => memory().kept.highest

/** The latest withdrawal about a document that was ever seen here; undefined for none. */
export const knownWithdrawal = (subjectId: string) => memory().kept.withdrawals.get(subjectId)

export function noteHighest(number: number): void {
  if (number > highestSeen()) keep({highest: number, withdrawals: new Map()})
}

/** @param withdrawal - the latest about the document; null for none */
export function noteWithdrawal(subjectId: string, withdrawal: End | null): void {
  if (withdrawal === null || withdrawal.number <= (knownWithdrawal(subjectId)?.number ?? 0)) return
  keep({highest: withdrawal.number, withdrawals: new Map([[subjectId, withdrawal]])})
}

/** Adds to what is kept. Other processes of this machine keep the same file: what they noted stays. */
function keep(noted: Kept): void {
  const shared = memory()
  shared.kept = [read(), noted].reduce(together, shared.kept)
  const {highest, withdrawals} = shared.kept
  try {
    const folder = env().dataFolder
    mkdirSync(folder, {recursive: true})
    const file = path.join(folder, fileName)
    writeFileSync(
      `${file}.${process.pid}`,
      JSON.stringify({highest, withdrawals: Object.fromEntries(withdrawals)}),
      {mode: 0o600},
    )
    renameSync(`${file}.${process.pid}`, file)
  } catch (error) {
    log.error(
      'sign-off',
      'What was seen of the record is remembered until the next start only.',
      errorFields(error),
    )
  }
}

function together(one: Kept, other: Kept): Kept {
  const withdrawals = new Map(one.withdrawals)
  for (const [id, end] of other.withdrawals)
    if (end.number > (withdrawals.get(id)?.number ?? 0)) withdrawals.set(id, end)
  return {highest: Math.max(one.highest, other.highest), withdrawals}
}

function read(): Kept {
  try {
    const kept = parseJson(readFileSync(path.join(env().dataFolder, fileName), 'utf8'))
    const {highest, withdrawals} = isObject(kept) ? kept : {}
    const entries = isObject(withdrawals) ? Object.entries(withdrawals) : []
    return {
      highest: typeof highest === 'number' ? highest : 0,
      withdrawals: new Map(entries.flatMap(([id, end]) => (isEnd(end) ? [[id, end] as const] : []))),
    }
  } catch {
    return {highest: 0, withdrawals: new Map()}
  }
}

function isEnd(value: unknown): value is End {
  return isObject(value) && typeof value.number === 'number' && typeof value.at === 'string'
}
