import {dayInWords, oneYearAfter} from './dates.ts'

type ComparedSchool = {status: string | undefined; takenOn: string | undefined}

/**
 * What staff are told about the age of a school's facts, or null. The register, Get Information about Schools, is
 * brought up to date daily, and schools confirm their own entries each year, so facts older than a year have been
 * overtaken by at least one round of corrections. A school that has left is no longer listed, and its facts are its own
 * matter.
 * @param school - its status, and the day on which its facts were compared with the register, `YYYY-MM-DD`
 * @param today - `YYYY-MM-DD`
 */
export function registerFactsProblem({status, takenOn}: ComparedSchool, today: string): string | null {
  if (status === 'left') return null
  if (!takenOn) return 'The facts of this school have never been compared with the register.'
  if (today <= oneYearAfter(takenOn)) return null
  return `The facts of this school were last compared with the register on ${dayInWords(takenOn)}, more than a year ago.`
}
