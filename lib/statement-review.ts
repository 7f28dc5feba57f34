import {oneYearAfter} from './dates.ts'

/** The days of an accessibility statement, each `YYYY-MM-DD`; any may be missing while staff write. */
export type StatementDays = {
  preparedOn?: string | undefined
  reviewedOn?: string | undefined
  testedOn?: string | undefined
}

/**
 * What staff are told about the review of the accessibility statement, or null. It is due after twelve months: the
 * regulations of 2018 for public sector bodies ask for regular reviews, and the government's guidance on them for
 * one a year.
 * @param today - `YYYY-MM-DD`
 */
export function reviewProblem({reviewedOn}: StatementDays, today: string): string | null {
  if (!reviewedOn) return 'Give the day on which somebody last read the statement and found it true.'
  if (today <= oneYearAfter(reviewedOn)) return null
  return 'The statement was last reviewed more than twelve months ago. Test the site, correct the statement, and give the new days.'
}

/** What is wrong with a day, or null: a statement speaks of what has happened. */
export function futureDayProblem(day: string | undefined, today: string): string | null {
  return day && day > today ? 'This day is still to come: give the day on which it happened.' : null
}

/**
 * What is wrong with the number of working days within which whoever reports a barrier is answered, or null. Sixty are
 * twelve weeks; who waits longer is left without the page.
 */
export function answerWithinProblem(days: number | undefined): string | null {
  if (days === undefined || (Number.isInteger(days) && days >= 1 && days <= 60)) return null
  return 'Give a whole number of days from 1 to 60.'
}
