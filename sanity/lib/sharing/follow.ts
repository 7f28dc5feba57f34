import type {Marks} from '#lib/tag-marks.ts'
import {forgetAddresses} from '../address-book.ts'
import {reportContentProblem} from '../report.ts'
import type {DocumentChange} from '../revalidation/change.ts'
import {noteHeard, noteHeardWhileAway} from '../revalidation/heard-changes.ts'
import {beginRevalidation} from '../revalidation/last-revalidation.ts'
import {makePages} from '../revalidation/make-pages.ts'
import {warm} from '../revalidation/warm.ts'
import {pagesOutOfDate} from './pages-out-of-date.ts'
import {noteFollowed, takeMarks} from './tag-table.ts'

/**
 * Does here what a change asks for that another process was told of: the same as if the webhook had called this one.
 * What is known already is not done again. Never throws.
 * @param change - null when only the marks are known, because this process was away when it happened
 */
export async function followOthers(theirs: Marks, change: DocumentChange | null): Promise<void> {
  const marks = takeMarks(theirs)
  if (Object.keys(marks).length === 0) return
  if (change === null) noteHeardWhileAway(Object.keys(marks))
  else noteHeard(change)
  forgetAddresses()
  const finished = beginRevalidation()
  await (change === null ? makeWhatIsOutOfDate() : makePages(change))
  noteFollowed(marks)
  finished()
}

/** Makes all pages again that this process has and that are out of date. Never throws. */
async function makeWhatIsOutOfDate(): Promise<void> {
  try {
    await warm(await pagesOutOfDate(process.cwd()))
  } catch (error) {
    reportContentProblem(`what has changed meanwhile could not be made again: ${String(error)}`)
  }
}
