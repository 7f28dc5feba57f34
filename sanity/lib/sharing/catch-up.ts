import {setTimeout as wait} from 'node:timers/promises'
import {sharedState} from '#lib/shared-state.ts'
import {isFields} from '../parse.ts'
import {reportContentProblem} from '../report.ts'
import {makeFresh, warm} from '../revalidation/warm.ts'
import {pagesOutOfDate} from './pages-out-of-date.ts'

type Memory = {
  /** The paths of what this process has to make again after its start; null when all of it is made. */
  outOfDate: Promise<ReadonlySet<string>> | null
  /** Those that a visitor has asked for meanwhile, which go first. */
  awaited: Map<string, Promise<unknown>>
}

/** A visitor waits this long at most; then there is the page as it was. */
const patienceMs = 4_000

function memory(): Memory {
  return sharedState<Memory>(
    'catch-up',
    () => ({outOfDate: null, awaited: new Map()}),
    (value): value is Memory => isFields(value) && 'outOfDate' in value && value.awaited instanceof Map,
  )
}

/** Makes the pages again that have changed while this process was away. Called once, when it starts. Never throws. */
export async function catchUp(): Promise<void> {
  const kept = memory()
  kept.outOfDate = findOutOfDate()
  await warm([...(await kept.outOfDate)])
  kept.outOfDate = null
  kept.awaited.clear()
}

async function findOutOfDate(): Promise<ReadonlySet<string>> {
  try {
    return new Set(await pagesOutOfDate(process.cwd()))
  } catch (error) {
    reportContentProblem(`what has changed before the start could not be found out: ${String(error)}`)
    return new Set()
  }
}

export function isCaughtUp(): boolean {
  return memory().outOfDate === null
}

/**
 * Resolves when a visitor of this process may be shown a page: at once as a rule, and shortly after its start when the
 * page has been made again, if it changed while the process was away. Never throws.
 * @param path - as it stands in the request
 */
export async function untilFresh(path: string): Promise<void> {
  const {outOfDate, awaited} = memory()
  if (!(await outOfDate)?.has(path)) return
  const made = awaited.get(path) ?? makeFresh(path)
  awaited.set(path, made)
  await Promise.race([made, wait(patienceMs, undefined, {ref: false})])
}
