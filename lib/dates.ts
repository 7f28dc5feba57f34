const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** "23 January 2019" from `2019-01-23`; null when it is no such day. Nothing depends on a time zone. */
export function dayInWords(day: string | null): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(day ?? '')
  const month = months[Number(parts?.[2]) - 1]
  return parts && month ? `${Number(parts[3])} ${month} ${parts[1]}` : null
}

const msPerDay = 24 * 60 * 60_000

const midnightOf = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** Whole days from one day to another, each `YYYY-MM-DD`; below zero when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((midnightOf(to) - midnightOf(from)) / msPerDay)
}

/** The day of a moment in UTC, `YYYY-MM-DD`. @param time - in milliseconds since 1970 */
export function utcDayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

/** The day that is a number of days after another, `YYYY-MM-DD`. */
export function daysAfter(day: string, days: number): string {
  return utcDayOf(midnightOf(day) + days * msPerDay)
}

/**
 * The same day a year later, for comparing: from 29 February it is a day that is not there, after 28 February and
 * before 1 March.
 */
export function oneYearAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
}

/**
 * The day of a moment where somebody lives, `YYYY-MM-DD`.
 * @param moment - as ISO 8601 with its offset, such as `2026-03-28T23:30:00Z`
 * @param timeZone - such as `Europe/London`
 * @returns null when it is no moment
 */
export function dayOfMoment(moment: string, timeZone: string): string | null {
  const time = Date.parse(moment)
  if (Number.isNaN(time)) return null
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const parts = new Map(format.formatToParts(time).map(({type, value}) => [type, value]))
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
}
