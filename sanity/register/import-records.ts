import type {WrittenDocument} from '#lib/register/plan.ts'
import type {Trust} from '#lib/register/trusts.ts'
import type {RegisterLake} from './lake.ts'
import {isContent} from './site-schools.ts'

/** First part of the ids of what is kept about imports. Its dot keeps anonymous readers of a public dataset out. */
const idPrefix = 'schoolImport.'

/** Types of what is kept about imports. Neither staff nor visitors ever open it, so that the schema has none of them. */
export const recordTypes = {done: 'schoolImport', turn: 'schoolImportTurn'} as const

export const recordIdOf = (importId: string) => `${idPrefix}${importId}`

/** The document that every import and every undoing writes, so that no two can pass each other unseen. */
export const latestId = `${idPrefix}latest`

/** The trust whose schools were imported last, and the revision of that memory; null before the first import. */
export type LatestImport = {revision: string; trust: Pick<Trust, 'uid' | 'name'>} | null

/** An import that was done, as staff see it. */
export type ImportRecord = {
  id: string
  /** By Content Lake’s clock, as ISO 8601. */
  at: string
  by: string
  fileName: string
  /** The day of the register’s facts, `YYYY-MM-DD`. */
  takenOn: string
  trust: Pick<Trust, 'uid' | 'name'>
  /** In words, such as “1 new, 3 changed”. */
  summary: string
  /** When it was taken back, and by whom; null while it stands. */
  undone: {at: string; by: string} | null
}

/** With the documents that it wrote over. */
export type FullImportRecord = ImportRecord & {revision: string; documents: WrittenDocument[]}

const fields = '_id, _rev, _createdAt, by, fileName, takenOn, trust, summary, undoneAt, undoneBy'

/** Imports that were done, the latest first. */
export async function fetchImports(lake: RegisterLake, most = 10): Promise<ImportRecord[]> {
  const query = `*[_type == $type] | order(_createdAt desc)[0...$most]{${fields}}`
  const found = await lake.fetch(query, {type: recordTypes.done, most})
  return Array.isArray(found) ? found.map(parseRecord).filter((record) => record !== null) : []
}

/** Null when there is none with this id. */
export async function fetchImport(lake: RegisterLake, id: string): Promise<FullImportRecord | null> {
  const found = await lake.fetch(`*[_id == $id][0]{${fields}, documents}`, {id: recordIdOf(id)})
  const record = parseRecord(found)
  if (record === null || !isContent(found) || typeof found._rev !== 'string') return null
  const documents: unknown[] = Array.isArray(found.documents) ? found.documents : []
  return {
    ...record,
    revision: found._rev,
    documents: documents.map(parseDocument).filter((document) => document !== null),
  }
}

export async function fetchLatest(lake: RegisterLake): Promise<LatestImport> {
  const found = await lake.fetch('*[_id == $id][0]{_rev, trust}', {id: latestId})
  const trust = isContent(found) ? parseTrust(found.trust) : null
  return isContent(found) && typeof found._rev === 'string' && trust ? {revision: found._rev, trust} : null
}

/**
 * The documents as a record keeps them. What was before is one text, because a dataset may hold only so many different
 * fields.
 */
export function asRecorded(documents: readonly WrittenDocument[]) {
  return documents.map(({id, name, before}, at) => ({
    _key: String(at),
    id,
    name,
    before: JSON.stringify(before),
  }))
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')

function parseTrust(value: unknown): Pick<Trust, 'uid' | 'name'> | null {
  return isContent(value) && typeof value.uid === 'string' ? {uid: value.uid, name: text(value.name)} : null
}

function parseRecord(value: unknown): ImportRecord | null {
  if (!isContent(value) || typeof value._id !== 'string') return null
  return {
    id: value._id.slice(idPrefix.length),
    at: text(value._createdAt),
    by: text(value.by),
    fileName: text(value.fileName),
    takenOn: text(value.takenOn),
    trust: parseTrust(value.trust) ?? {uid: '', name: ''},
    summary: text(value.summary),
    undone: typeof value.undoneAt === 'string' ? {at: value.undoneAt, by: text(value.undoneBy)} : null,
  }
}

function parseDocument(value: unknown): WrittenDocument | null {
  if (!isContent(value) || typeof value.id !== 'string') return null
  const before: unknown = JSON.parse(text(value.before))
  return {id: value.id, name: text(value.name), before: isContent(before) ? before : null}
}
