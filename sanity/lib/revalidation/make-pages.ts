import {setTimeout as wait} from 'node:timers/promises'
import {reportContentProblem} from '../report.ts'
import {affectedPaths} from './affected-paths.ts'
import type {DocumentChange} from './change.ts'
import {rememberRevalidation} from './last-revalidation.ts'
import {warm} from './warm.ts'

/** In this time a page that was being made when the change arrived has been made. */
export const longestMakingMs = 1_000

/** When pages that were in the making are made once more: soon for the usual one, later for a slow one. */
const pausesMs = [200, longestMakingMs]

type Making = {
  change: DocumentChange
  /**
   * Marks the pages once more; null when none was in the making when the change arrived. Next.js dates a page by
   * when it was finished: one begun before the change and finished after it would count as fresh.
   */
  markOutOfDate: (() => void) | null
}

/** Makes the pages that show a changed document again, and remembers how that went. Never throws. */
export async function makePages({change, markOutOfDate}: Making): Promise<void> {
  const revalidation = {
    receivedAt: new Date().toISOString(),
    documentId: change.id,
    warmedAt: null,
    latePaths: [],
  }
  rememberRevalidation(revalidation)
  try {
    const paths = await affectedPaths(change)
    let latePaths = await warm(paths)
    for (const pause of markOutOfDate === null ? [] : pausesMs) {
      await wait(pause)
      markOutOfDate?.()
      latePaths = await warm(paths)
    }
    rememberRevalidation({...revalidation, warmedAt: new Date().toISOString(), latePaths})
    if (latePaths.length > 0) reportContentProblem(`not made again in time: ${latePaths.join(' ')}`)
  } catch (error) {
    reportContentProblem(`the pages that show ${change.id} could not be asked for: ${String(error)}`)
  }
}
