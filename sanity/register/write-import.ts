import type {DocumentMutation, Plan} from '#lib/register/plan.ts'
import {RegisterProblem} from '#lib/register/problem.ts'
import {countsInWords} from '#lib/register/summary.ts'
import type {Trust} from '#lib/register/trusts.ts'
import {
  asRecorded,
  fetchLatest,
  type LatestImport,
  latestId,
  recordIdOf,
  recordTypes,
} from './import-records.ts'
import type {RegisterLake} from './lake.ts'
import {commit} from './transaction.ts'

export type WrittenImport = {
  lake: RegisterLake
  plan: Plan
  trust: Pick<Trust, 'uid' | 'name'>
  fileName: string
  takenOn: string
  /** Who imports, as colleagues know them. */
  by: string
  /** As it was when the schools were compared: another import since then would make the comparison wrong. */
  latest: LatestImport
}

/**
 * Writes what was planned, in one transaction, with what is needed to take it back.
 * @returns the id of the import
 * @throws RegisterProblem in words for staff; nothing was written then, unless the words say otherwise
 */
export async function writeImport({lake, plan, latest, ...about}: WrittenImport): Promise<string> {
  if (plan.mutations.length === 0)
    throw new RegisterProblem('There is nothing to import: tick a school first.')
  const id = crypto.randomUUID()
  const mutations: DocumentMutation[] = [
    ...plan.mutations,
    {
      create: {
        _id: recordIdOf(id),
        _type: recordTypes.done,
        by: about.by,
        fileName: about.fileName,
        takenOn: about.takenOn,
        trust: about.trust,
        summary: countsInWords(plan.counts),
        documents: asRecorded(plan.documents),
      },
    },
    takeTurn(latest, about.trust),
  ]
  await commit(lake, {
    mutations,
    id,
    isDone: `*[_id == $id][0]._rev`,
    params: {id: recordIdOf(id)},
    whyRefused: () => whyRefused(lake, plan, latest),
  })
  return id
}

/** Fails when somebody else has imported, or undone an import, since `latest` was read. */
export function takeTurn(latest: LatestImport, trust: Pick<Trust, 'uid' | 'name'>): DocumentMutation {
  return latest === null
    ? {create: {_id: latestId, _type: recordTypes.turn, trust}}
    : {patch: {id: latestId, ifRevisionID: latest.revision, set: {trust}}}
}

/** Looks again at what was to be written, to say what came between. */
async function whyRefused(lake: RegisterLake, plan: Plan, latest: LatestImport): Promise<string> {
  if ((await fetchLatest(lake))?.revision !== latest?.revision) {
    return 'Schools were imported, or an import was undone, since this list was made. Nothing was written now. Compare again to see what is left to do.'
  }
  const expected = new Map(
    plan.mutations.flatMap((mutation) =>
      'patch' in mutation ? [[mutation.patch.id, mutation.patch.ifRevisionID]] : [],
    ),
  )
  const found = await lake.fetch('*[_id in $ids]{_id, _rev}', {ids: plan.documents.map(({id}) => id)})
  const now: unknown[] = Array.isArray(found) ? found : []
  const isAsExpected = (id: string) =>
    now.some(
      (document) => isRevision(document) && document._id === id && document._rev === expected.get(id),
    ) ||
    (!expected.has(id) && !now.some((document) => isRevision(document) && document._id === id))
  const changed = plan.documents.filter(({id}) => !isAsExpected(id)).map(({name}) => name)
  const names = [...new Set(changed)]
  if (names.length === 0) return 'Content Lake refused the import, so nothing was written. Compare again.'
  return `${names.join(', ')} ${names.length === 1 ? 'was' : 'were'} edited by somebody while you were looking. Nothing was written. Compare again to see what is left to do.`
}

function isRevision(value: unknown): value is {_id: string; _rev: string} {
  return typeof value === 'object' && value !== null && '_id' in value && '_rev' in value
}
