import {RateLimiter} from '#lib/rate-limit.ts'
import {sharedState} from '#lib/shared-state.ts'
import {mostCodesOfNetwork} from '#lib/sign-off/token.ts'
import {networkOf} from '#lib/visitor-address.ts'

const hour = 60 * 60_000

/**
 * What is tried from one network in an hour, and how many letters go out for it from everywhere together. Links
 * themselves need no limit, which would lock out whoever shares a network with somebody who tries: nobody guesses 256
 * bits.
 */
const most = {
  /** Having a code sent. */
  code: {network: 30, all: 1_000},
  /** Having one sent to one reviewer. */
  'code-of-reviewer': {network: mostCodesOfNetwork, all: Number.POSITIVE_INFINITY},
  /** Asking for a new link. */
  'new-link': {network: 10, all: 300},
  /** Typing an answer, each of which is kept for a while (see `kept-answer.ts`). It sends no letter. */
  answer: {network: 60, all: Number.POSITIVE_INFINITY},
} as const

export type Limited = keyof typeof most

type Limits = {[limited in Limited]: {network: RateLimiter; all: RateLimiter}}

/** In memory only, and for an hour at most: networks are remembered, and nothing else of whoever asks. */
function limits(): Limits {
  return sharedState<Limits>(
    'sign-off-limits',
    () => {
      const limiter = (count: number) => new RateLimiter({most: count, withinMs: hour})
      const both = (limited: Limited) => ({
        network: limiter(most[limited].network),
        all: limiter(most[limited].all),
      })
      return {
        code: both('code'),
        'code-of-reviewer': both('code-of-reviewer'),
        'new-link': both('new-link'),
        answer: both('answer'),
      }
    },
    (value): value is Limits => typeof value === 'object' && value !== null && 'answer' in value,
  )
}

const everybody = 'all'

/**
 * @param visitor - the internet address that a request came from
 * @param about - what is counted apart from other things of the same network; empty for nothing
 */
export function isOverLimit(limited: Limited, visitor: string, about = ''): boolean {
  const {network, all} = limits()[limited]
  return network.waitMs(networkOf(visitor) + about) > 0 || all.waitMs(everybody) > 0
}

/** Counts a try, whatever comes of it. As `isOverLimit`. */
export function countTry(limited: Limited, visitor: string, about = ''): void {
  limits()[limited].network.use(networkOf(visitor) + about)
}

/**
 * Counts a letter. Tries are not counted together: whoever goes on trying from one network, or without any link, would
 * use up everybody's.
 */
export function countLetter(limited: Limited): void {
  limits()[limited].all.use(everybody)
}
