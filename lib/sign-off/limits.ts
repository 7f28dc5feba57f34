import {RateLimiter} from '#lib/rate-limit.ts'
import {sharedState} from '#lib/shared-state.ts'
import {networkOf} from '#lib/visitor-address.ts'

const hour = 60 * 60_000

/**
 * What sends letters: from one network in an hour, and from everywhere together. Links themselves need no limit, which
 * would lock out whoever shares a network with somebody who tries: nobody guesses 256 bits.
 */
const most = {
  /** Having a code sent. One reviewer gets fewer still (see `token.ts`). */
  code: {network: 30, all: 1_000},
  /** Asking for a new link. */
  'new-link': {network: 10, all: 300},
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
      return {code: both('code'), 'new-link': both('new-link')}
    },
    (value): value is Limits => typeof value === 'object' && value !== null && 'new-link' in value,
  )
}

const everybody = 'all'

/** @param visitor - the internet address that a request came from */
export function isOverLimit(limited: Limited, visitor: string): boolean {
  const {network, all} = limits()[limited]
  return network.waitMs(networkOf(visitor)) > 0 || all.waitMs(everybody) > 0
}

export function countUse(limited: Limited, visitor: string): void {
  const {network, all} = limits()[limited]
  network.use(networkOf(visitor))
  all.use(everybody)
}
