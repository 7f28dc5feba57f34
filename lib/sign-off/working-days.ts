import {daysAfter} from '#lib/dates.ts'

/** The day that is a number of working days after another: Monday to Friday. Holidays are not known here. */
export function workingDaysAfter(day: string, count: number): string {
  let current = day
  for (let left = count; left > 0; ) {
    current = daysAfter(current, 1)
    if (isWorkingDay(current)) left -= 1
  }
  return current
}

function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}
