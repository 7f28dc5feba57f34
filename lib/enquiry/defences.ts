import {FirstSeen} from '#lib/first-seen.ts'
import {RateLimiter} from '#lib/rate-limit.ts'
import {sharedState} from '#lib/shared-state.ts'
import {networkOf} from '#lib/visitor-address.ts'

const hour = 60 * 60_000

/**
 * What messages are counted by. Whoever is looking for a trust writes to each of its schools, from one network and
 * with one address: that must pass.
 */
export const countedBy = ['network', 'school', 'sender', 'sender-to-school'] as const
export type CountedBy = (typeof countedBy)[number]

/** How many messages are sent in an hour at most. */
const mostInAnHour: {[counted in CountedBy]: number} = {
  network: 20,
  school: 30,
  // As many copies go to that address, which may not be the sender's own.
  sender: 20,
  'sender-to-school': 4,
}

/**
 * How programs are kept from using the form, without a third party and without a trace on disk: addresses are held in
 * memory, for an hour and a few minutes at most.
 *
 * The page of the form is one for all visitors and may be an hour old, so it cannot carry the time at which it was
 * opened. The server notes that time itself, by the visitor's network and the school. Where it knows none (after a
 * restart, behind a cache that answers in its place, for a form that came back with errors) nothing is held against
 * the visitor: this stops simple programs only, and the limits stop the rest.
 */
export type Defences = {
  limits: {[counted in CountedBy]: RateLimiter}
  openings: FirstSeen
}

/** What is over is let go of this often, also when nobody writes. */
const forgetEveryMs = 5 * 60_000

/** Nobody fills in the form in less, in milliseconds. */
export const shortestFillMs = 3_000

/** @param now - the clock, in milliseconds */
export function makeDefences(now: () => number = Date.now): Defences {
  const limit = (counted: CountedBy) => new RateLimiter({most: mostInAnHour[counted], withinMs: hour}, now)
  return {
    limits: {
      network: limit('network'),
      school: limit('school'),
      sender: limit('sender'),
      'sender-to-school': limit('sender-to-school'),
    },
    openings: new FirstSeen(now),
  }
}

/** Those of the running site. */
export function defences(): Defences {
  return sharedState<Defences>(
    'enquiry-defences',
    () => {
      const made = makeDefences()
      const forget = () => {
        for (const memory of [...Object.values(made.limits), made.openings]) memory.forgetOld()
      }
      setInterval(forget, forgetEveryMs).unref()
      return made
    },
    (value): value is Defences => typeof value === 'object' && value !== null && 'limits' in value,
  )
}

/** Names one visitor at one school's form. */
export function openingKey(visitor: string, schoolSlug: string): string {
  return `${networkOf(visitor)} ${schoolSlug}`
}
