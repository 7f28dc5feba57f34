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
  /** The latest withdrawal, by document; and the latest refusal of certain words, by document and hash. */
  ends: Map<string, End>
}

type Memory = {kept: Kept}

/** In the data folder of this machine. */
const fileName = 'sign-off-memory.json'

/**
 * What this machine has seen of the record. Whoever may write to the dataset could delete a withdrawal or a no there, and the
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

/** What was ever seen here to end agreements to certain words of a document. */
export function knownEnds(subjectId: string, hash: string): End[] {
  const {ends} = memory().kept
  return [ends.get(endKey(subjectId)), ends.get(endKey(subjectId, hash))].filter((end) => end !== undefined)
}

export function noteHighest(number: number): void {
  if (number > highestSeen()) keep({highest: number, ends: new Map()})
}

/**
 * @param end - the latest about the document; null for none
 * @param hash - of the words that were refused; undefined for a withdrawal, which ends agreements to any
 */
export function noteEnd(subjectId: string, end: End | null, hash?: string): void {
  const key = endKey(subjectId, hash)
  if (end === null || end.number <= (memory().kept.ends.get(key)?.number ?? 0)) return
  keep({highest: end.number, ends: new Map([[key, end]])})
}

/** No id of a document holds a blank. */
const endKey = (subjectId: string, hash = '') => (hash === '' ? subjectId : `${subjectId} ${hash}`)

/** Adds to what is kept. Other processes of this machine keep the same file: what they noted stays. */
function keep(noted: Kept): void {
  const shared = memory()
  shared.kept = [read(), noted].reduce(together, shared.kept)
  const {highest, ends} = shared.kept
  try {
    const folder = env().dataFolder
    mkdirSync(folder, {recursive: true})
    const file = path.join(folder, fileName)
    writeFileSync(`${file}.${process.pid}`, JSON.stringify({highest, ends: Object.fromEntries(ends)}), {
      mode: 0o600,
    })
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
  const ends = new Map(one.ends)
  for (const [key, end] of other.ends) if (end.number > (ends.get(key)?.number ?? 0)) ends.set(key, end)
  return {highest: Math.max(one.highest, other.highest), ends}
}

function read(): Kept {
  try {
    const kept = parseJson(readFileSync(path.join(env().dataFolder, fileName), 'utf8'))
    const {highest, ends} = isObject(kept) ? kept : {}
    const entries = isObject(ends) ? Object.entries(ends) : []
    return {
      highest: typeof highest === 'number' ? highest : 0,
      ends: new Map(entries.flatMap(([key, end]) => (isEnd(end) ? [[key, end] as const] : []))),
    }
  } catch {
    return {highest: 0, ends: new Map()}
  }
}

function isEnd(value: unknown): value is End {
  return isObject(value) && typeof value.number === 'number' && typeof value.at === 'string'
}
