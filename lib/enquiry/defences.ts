import {FirstSeen} from '#lib/first-seen.ts'
import {RateLimiter} from '#lib/rate-limit.ts'
import {sharedState} from '#lib/shared-state.ts'
import {networkOf} from '#lib/visitor-address.ts'

const hour = 60 * 60_000

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
  /** Messages from one network. */
  byNetwork: RateLimiter
  bySchool: RateLimiter
  /** Copies to one mailbox, so that nobody is flooded with them. */
  byMailbox: RateLimiter
  openings: FirstSeen
}

/** What is over is let go of this often, also when nobody writes. */
const forgetEveryMs = 5 * 60_000

/** Nobody fills in the form in less, in milliseconds. */
export const shortestFillMs = 3_000

/** @param now - the clock, in milliseconds */
export function makeDefences(now: () => number = Date.now): Defences {
  return {
    byNetwork: new RateLimiter({most: 6, withinMs: hour}, now),
    bySchool: new RateLimiter({most: 30, withinMs: hour}, now),
    byMailbox: new RateLimiter({most: 4, withinMs: hour}, now),
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
        for (const memory of Object.values(made)) memory.forgetOld()
      }
      setInterval(forget, forgetEveryMs).unref()
      return made
    },
    (value): value is Defences => typeof value === 'object' && value !== null && 'openings' in value,
  )
}

/** Names one visitor at one school's form. */
export function openingKey(visitor: string, schoolSlug: string): string {
  return `${networkOf(visitor)} ${schoolSlug}`
}
