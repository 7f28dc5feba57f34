import {distinctUntilChanged, fromEvent, interval, map, merge, type Observable, startWith} from 'rxjs'
import {type Clock, clockAt} from '#lib/attention/attention-items.ts'

/** How often the clock is looked at: a day that ends is noticed within a minute. */
const lookEveryMs = 60_000

/**
 * The day where the person is, and each that follows while the Studio stays open. A computer that slept through
 * midnight is noticed as soon as somebody looks at the page.
 */
export function clock(): Observable<Clock> {
  const looks = merge(interval(lookEveryMs), fromEvent(document, 'visibilitychange'))
  return looks.pipe(
    startWith(null),
    map(now),
    distinctUntilChanged((one, other) => one.today === other.today && one.timeZone === other.timeZone),
  )
}

function now(): Clock {
  const {timeZone} = new Intl.DateTimeFormat().resolvedOptions()
  return clockAt(new Date().toISOString(), timeZone)
}
