import {dayInWords, oneYearAfter} from './dates.ts'

/**
 * What staff are told about the age of a school's facts, or null. The register, Get Information about Schools, is
 * brought up to date daily, and schools confirm their own entries each year, so facts older than a year have been
 * overtaken by at least one round of corrections.
 * @param takenOn - the day on which the facts were compared with the register, `YYYY-MM-DD`
 * @param today - `YYYY-MM-DD`
 */
export function registerFactsProblem(takenOn: string | undefined, today: string): string | null {
  if (!takenOn) return 'The facts of this school have never been compared with the register.'
  if (today <= oneYearAfter(takenOn)) return null
  return `The facts of this school were last compared with the register on ${dayInWords(takenOn)}, more than a year ago.`
}
