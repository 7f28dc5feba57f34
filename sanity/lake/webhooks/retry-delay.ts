export type RetrySettings = {
  /** Before the second attempt, in milliseconds; doubled before each further one. */
  first: number
  /** No wait is longer, in milliseconds. */
  longest: number
}

/**
 * How long to wait before the next attempt, in milliseconds: exponential, and up to half of it at random, so that
 * webhooks that failed together do not come back together.
 * @param failures attempts that failed so far, from 1
 * @param random 0 to 1
 */
export function retryDelay(failures: number, random: number, {first, longest}: RetrySettings): number {
  const full = Math.min(longest, first * 2 ** Math.min(failures - 1, 30))
  return Math.round(full * (1 - random / 2))
}
