import {dayInWords, dayOfMoment} from '#lib/dates.ts'

/** Where a Trust’s days begin and end. */
export const timeZone = 'Europe/London'

/** A moment as people in Britain say it: "31 January 2027 at 12:00". @param moment - in UTC */
export function momentInWords(moment: string): string {
  const time = new Intl.DateTimeFormat('en-GB', {timeZone, hour: '2-digit', minute: '2-digit'})
  return `${dayInWords(dayOfMoment(moment, timeZone)) ?? 'the day agreed'} at ${time.format(new Date(moment))}`
}
