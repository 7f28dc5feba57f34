import type {Comparison} from './compare.ts'
import {type Entry, type EntryKind, isEnded, type VersionEntry} from './entry.ts'
import type {FactName, Facts} from './facts.ts'
import {asRemembered, type FieldValues, fieldsWith, rememberedFacts, withoutEmpty} from './school-document.ts'
import type {Ticked} from './ticked.ts'

/** What happens to one document, in a form that Content Lake takes. */
export type DocumentMutation =
  | {create: {_id: string; _type: string; [field: string]: unknown}}
  | {delete: {id: string}}
  | {patch: {id: string; ifRevisionID: string; set?: FieldValues; unset?: string[]}}

/** A document as an import found it, so that it can be put back. */
export type WrittenDocument = {
  id: string
  /** Of the school, for messages. */
  name: string
  /** Fields as they were before, null for one that was not there; null for a document that the import made. */
  before: {[field: string]: unknown} | null
}

/** What an import writes: mutations that happen together or not at all, and what they write over. */
export type Plan = {
  mutations: DocumentMutation[]
  documents: WrittenDocument[]
  /** How many schools of each kind are written. */
  counts: {[kind in EntryKind]?: number}
}

/** What is written for the schools that are ticked, and for no other. */
export function planImport({entries}: Comparison, ticked: Ticked, takenOn: string): Plan {
  const plan: Plan = {mutations: [], documents: [], counts: {}}
  for (const entry of entries) {
    const wanted = ticked.get(entry.urn)
    if (wanted === undefined) continue
    const documentsBefore = plan.documents.length
    if (entry.creation) {
      plan.mutations.push({create: entry.creation.document})
      plan.documents.push({id: entry.creation.document._id, name: entry.name, before: null})
    } else planVersions(plan, entry, wanted, takenOn)
    if (plan.documents.length > documentsBefore) {
      plan.counts[entry.kind] = (plan.counts[entry.kind] ?? 0) + 1
    }
  }
  return plan
}

function planVersions(plan: Plan, entry: Entry, wanted: ReadonlySet<FactName>, takenOn: string): void {
  // To untick every change of a school is to leave it alone.
  if (entry.changes.length > 0 && wanted.size === 0) return
  for (const version of entry.versions) {
    const {id, revision, content} = version.version
    const fields = changedFields(entry, version, wanted, takenOn)
    const names = Object.keys(fields)
    if (names.length === 0) continue
    plan.mutations.push({patch: {id, ifRevisionID: revision, ...operations(fields)}})
    const before = Object.fromEntries(names.map((name) => [name, content[name] ?? null]))
    plan.documents.push({id, name: entry.name, before})
  }
}

/** Fields of one document that are different afterwards. */
function changedFields(
  {kind}: Entry,
  {version: {content}, changes, kept, settled}: VersionEntry,
  wanted: ReadonlySet<FactName>,
  takenOn: string,
): FieldValues {
  const written: Facts = {}
  // A school that was converted is found by its new number from now on, whatever else is written.
  for (const {name, after} of changes) if (wanted.has(name) || name === 'urn') written[name] = after
  for (const {name, after, mayTake} of kept) if (mayTake && wanted.has(name)) written[name] = after
  const remembered = asRemembered({...rememberedFacts(content), ...settled, ...written})
  const fields: FieldValues = {
    ...fieldsWith(content, written),
    ...(isEnded(kind) ? {} : {registerFactsTakenOn: takenOn}),
    registerFacts: remembered,
  }
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(content[name])),
  )
}

/** As a patch takes them: values to set, and names of fields to remove. */
function operations(fields: FieldValues): {set?: FieldValues; unset?: string[]} {
  const set = withoutEmpty(fields)
  const unset = Object.keys(fields).filter((name) => fields[name] === undefined)
  return {
    ...(Object.keys(set).length > 0 ? {set} : {}),
    ...(unset.length > 0 ? {unset} : {}),
  }
}

/** A version of a school as it is now. */
export type DocumentNow = {
  id: string
  revision: string
  /** By Content Lake's clock, as ISO 8601. */
  updatedAt: string
}

/** When an import was done, by Content Lake's clock, and the revision that it gave to every document. */
export type DoneImport = {revision: string; at: string}

/** What takes an import back, as far as nobody has worked on its schools since. */
export type UndoPlan = {
  mutations: DocumentMutation[]
  /** Names of the schools that are put back. */
  undone: string[]
  /** Names of the schools that were changed since: putting them back would lose somebody’s work. */
  changedSince: string[]
}

/** @param now - every version of the schools that the import wrote */
export function planUndo(
  documents: readonly WrittenDocument[],
  now: readonly DocumentNow[],
  {revision, at}: DoneImport,
): UndoPlan {
  const written = new Set(documents.map(({id}) => id))
  const changed = new Set([
    ...documents.filter(({id}) => now.find((one) => one.id === id)?.revision !== revision).map(schoolOf),
    // A version that the import did not write, such as a draft that was begun on what it wrote.
    ...now.filter(({id, updatedAt}) => !written.has(id) && updatedAt > at).map(schoolOf),
  ])
  const undone = documents.filter((document) => !changed.has(schoolOf(document)))
  const namesOf = (some: readonly WrittenDocument[]) => [...new Set(some.map(({name}) => name))]
  return {
    mutations: undone.flatMap(({id, before}) => putBack(id, before, revision)),
    undone: namesOf(undone),
    changedSince: namesOf(documents.filter((document) => changed.has(schoolOf(document)))),
  }
}

/** The id of a school’s document, of whichever version. */
export const schoolOf = ({id}: {id: string}) => id.replace(/^drafts\./, '')

function putBack(id: string, before: WrittenDocument['before'], revision: string): DocumentMutation[] {
  // Only a patch can insist on a revision, so that an edit of the last moment is not deleted unseen.
  if (before === null) {
    return [{patch: {id, ifRevisionID: revision, unset: ['registerFacts']}}, {delete: {id}}]
  }
  const fields = Object.entries(before).map(([name, value]): [string, unknown] => [name, value ?? undefined])
  return [{patch: {id, ifRevisionID: revision, ...operations(Object.fromEntries(fields))}}]
}
