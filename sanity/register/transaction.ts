import type {DocumentMutation} from '#lib/register/plan.ts'
import {RegisterProblem} from '#lib/register/problem.ts'
import type {RegisterLake} from './lake.ts'

/** Letters of one request that every Content Lake takes: https://www.sanity.io/docs/content-lake/technical-limits */
const longestRequest = 3_500_000

/** Milliseconds between looking whether something was written whose answer was lost, and how often. */
const patience = {pause: 1000, times: 5}

export type Transaction = {
  mutations: DocumentMutation[]
  id: string
  /** A query that answers with the transaction’s id when it was written. */
  isDone: string
  params: {[name: string]: unknown}
  /** Says, after a refusal, what came between. */
  whyRefused: () => Promise<string>
}

/**
 * Writes everything or nothing. When the answer is lost on its way, it looks whether it was written.
 * @throws RegisterProblem in words for staff
 */
export async function commit(lake: RegisterLake, transaction: Transaction): Promise<void> {
  const {mutations, id, whyRefused} = transaction
  if (JSON.stringify(mutations).length > longestRequest) {
    throw new RegisterProblem(
      'These are too many schools to write at once. Tick fewer, and import the others after them.',
    )
  }
  try {
    await lake.mutate(mutations, id)
  } catch (error) {
    const status = statusOf(error)
    if (status === 409) throw new RegisterProblem(await whyRefused())
    if (status === 401 || status === 403) {
      throw new RegisterProblem(
        'You may not write to this site’s content, so nothing was written. Sign in again, or ask for the rights of an editor.',
      )
    }
    if (status !== null && status < 500) throw error
    await settle(lake, transaction)
  }
}

/** @throws RegisterProblem unless the transaction turns out to have been written */
async function settle(lake: RegisterLake, {id, isDone, params}: Transaction): Promise<void> {
  for (let time = 0; time < patience.times; time += 1) {
    await new Promise((resolve) => setTimeout(resolve, patience.pause))
    const found = await lake.fetch(isDone, params).catch(() => undefined)
    if (found === id) return
    if (found !== undefined) {
      throw new RegisterProblem('Content Lake was away for a moment, and nothing was written. Try again.')
    }
  }
  throw new RegisterProblem(
    'Content Lake does not answer, so it is not known yet whether this was done. It was done as a whole or not at all, and the list of earlier imports says which as soon as it answers. To try once more does no harm.',
  )
}

function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return null
  return typeof error.statusCode === 'number' ? error.statusCode : null
}
