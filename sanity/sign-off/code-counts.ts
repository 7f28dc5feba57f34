import {mailboxOf} from '#lib/mail/address.ts'
import {RateLimiter} from '#lib/rate-limit.ts'
import {sharedState} from '#lib/shared-state.ts'
import {mostCodesAnHour, mostGuessesAnHour} from '#lib/sign-off/token.ts'
import type {Review} from './review.ts'

/*
 * What is counted outside the dataset, in memory and for an hour: whoever may write there could delete the events that
 * count it.
 */

export const hourMs = 60 * 60_000

/** By the mailbox: whoever may ask again and again would get new guesses with each question. */
export function guesses(): RateLimiter {
  return limiter('sign-off-guesses', mostGuessesAnHour)
}

export const whoseCode = ({reviewer}: Review) => mailboxOf(reviewer.email)

/** By the question and the reviewer: a school that is asked about six things at once needs six codes. */
export function codesSent(): RateLimiter {
  return limiter('sign-off-codes', mostCodesAnHour)
}

export const placeOf = ({request, reviewer}: Review) => `${request.id} ${reviewer.id}`

function limiter(name: string, most: number): RateLimiter {
  return sharedState(
    name,
    () => new RateLimiter({most, withinMs: hourMs}),
    (value): value is RateLimiter => value instanceof RateLimiter,
  )
}
