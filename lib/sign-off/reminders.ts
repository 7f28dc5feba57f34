import {daysAfter} from '#lib/dates.ts'
import type {Reminder} from './letters.ts'
import {workingDaysAfter} from './working-days.ts'

const daysBefore = 2
const workingDaysLate = 3

/**
 * The reminder that is due on a day; null when none is. One that was missed gives way to the next, and none is sent on
 * the day of asking.
 * @param askedOn, dueOn, today - `YYYY-MM-DD`
 * @param sent - what was sent so far
 */
export function reminderDue(
  {askedOn, dueOn, today}: {askedOn: string; dueOn: string; today: string},
  sent: readonly string[],
): Reminder | null {
  if (today <= askedOn) return null
  const reminders: [Reminder, string][] = [
    ['after', workingDaysAfter(dueOn, workingDaysLate)],
    ['on-the-day', dueOn],
    ['before', daysAfter(dueOn, -daysBefore)],
  ]
  const [latest] = reminders.find(([, day]) => today >= day) ?? []
  if (latest === undefined || sent.includes(latest)) return null
  // The day after the last day is no time to say that it is today, nor in two days.
  const isLate = today > dueOn
  if (latest === 'on-the-day' && isLate) return null
  return latest === 'before' && today > daysAfter(dueOn, -1) ? null : latest
}
