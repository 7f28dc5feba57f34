import {type DocumentNow, planUndo, schoolOf, type UndoPlan} from '#lib/register/plan.ts'
import {RegisterProblem} from '#lib/register/problem.ts'
import {type FullImportRecord, fetchImport, fetchLatest, recordIdOf} from './import-records.ts'
import type {RegisterLake} from './lake.ts'
import {isContent} from './site-schools.ts'
import {commit} from './transaction.ts'
import {takeTurn} from './write-import.ts'

export type Undoing = {
  lake: RegisterLake
  /** Id of the import. */
  id: string
  by: string
  /** When, as ISO 8601. */
  at: string
  /** Whether schools that were changed since are left as they are; else nothing is undone when there are any. */
  leaveChanged: boolean
}

/** Says that nothing was undone because of some schools, so that staff can undo the others. */
export class ChangedSince extends RegisterProblem {
  /** Whether there are others. */
  readonly othersAreLeft: boolean

  constructor(plan: UndoPlan) {
    super(changedInWords(plan))
    this.othersAreLeft = plan.undone.length > 0
  }
}

/**
 * Takes an import back in one transaction: schools that it made go, others get back what they had.
 * @returns the names of the schools that were put back, and of those that were left
 * @throws RegisterProblem in words for staff; nothing was written then, unless the words say otherwise
 */
export async function undoImport({lake, id, by, at, leaveChanged}: Undoing): Promise<UndoPlan> {
  const record = await fetchImport(lake, id)
  if (record === null) throw new RegisterProblem(`There is no import “${id}”.`)
  if (record.undone) throw new RegisterProblem(`This import was undone already, by ${record.undone.by}.`)
  const plan = planUndo(record.documents, await versionsNow(lake, record), {revision: id, at: record.at})
  if (plan.changedSince.length > 0 && (!leaveChanged || plan.undone.length === 0)) {
    throw new ChangedSince(plan)
  }
  await refuseInUse(lake, plan)
  const transactionId = crypto.randomUUID()
  await commit(lake, {
    mutations: [
      ...plan.mutations,
      {patch: {id: recordIdOf(id), ifRevisionID: record.revision, set: {undoneAt: at, undoneBy: by}}},
      takeTurn(await fetchLatest(lake), record.trust),
    ],
    id: transactionId,
    isDone: '*[_id == $id][0]._rev',
    params: {id: recordIdOf(id)},
    whyRefused: async () =>
      'Somebody edited one of these schools, or imported schools, at the same moment. Nothing was undone. Try again.',
  })
  return plan
}

function changedInWords({undone, changedSince}: UndoPlan): string {
  const were = `${changedSince.join(', ')} ${changedSince.length === 1 ? 'was' : 'were'} edited since. Nothing was undone, because that would lose the edits.`
  return undone.length === 0
    ? were
    : `${were} You can undo the others and leave ${changedSince.length === 1 ? 'this one' : 'these'} as they are.`
}

async function versionsNow(lake: RegisterLake, {documents}: FullImportRecord): Promise<DocumentNow[]> {
  const ids = [...new Set(documents.map(schoolOf))]
  const all = ids.flatMap((id) => [id, `drafts.${id}`])
  const found = await lake.fetch('*[_id in $all]{_id, _rev, _updatedAt}', {all})
  return (Array.isArray(found) ? found : []).flatMap((document: unknown) => {
    if (!isContent(document)) return []
    const {_id, _rev, _updatedAt} = document
    return [{id: String(_id), revision: String(_rev), updatedAt: String(_updatedAt)}]
  })
}

/** A school that a page shows by now cannot go without leaving a gap in it. */
async function refuseInUse(lake: RegisterLake, {mutations}: UndoPlan): Promise<void> {
  const ids = mutations.flatMap((mutation) => ('delete' in mutation ? [mutation.delete.id] : []))
  const query =
    '*[references($ids) && !(_id in path("versions.**"))]{"title": coalesce(title, name, attribution.text, _id)}.title'
  const found = ids.length === 0 ? [] : await lake.fetch(query, {ids})
  if (!Array.isArray(found) || found.length === 0) return
  const names = [...new Set(found.map(String))]
  throw new RegisterProblem(
    `A school that this import brought is used by now, in ${names.map((name) => `“${name}”`).join(', ')}. Take it out there first; nothing was undone.`,
  )
}
