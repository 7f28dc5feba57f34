export type RateLimit = {
  /** How many times one key may be used … */
  most: number
  /** … in this many milliseconds. */
  withinMs: number
}

/** However many keys are tried, no more than this are remembered; the one used longest ago goes first. */
const mostKeys = 10_000

/** Counts uses by key, in memory only. A use is forgotten when its time is over. */
export class RateLimiter {
  readonly #limit: RateLimit
  readonly #now: () => number
  /** Times of uses, oldest first; keys in order of their last use. */
  readonly #uses = new Map<string, number[]>()

  /** @param now - the clock, in milliseconds */
  constructor(limit: RateLimit, now: () => number = Date.now) {
    this.#limit = limit
    this.#now = now
  }

  /** Milliseconds until a key may be used again; 0 when it may be used now. */
  waitMs(key: string): number {
    const uses = this.#recent(key)
    const {most, withinMs} = this.#limit
    const deciding = uses[uses.length - most]
    return deciding === undefined ? 0 : deciding + withinMs - this.#now()
  }

  use(key: string): void {
    // Of those that come in spite of the limit none is needed: whoever goes on and on makes nothing slow.
    const uses = [...this.#recent(key), this.#now()].slice(-2 * this.#limit.most)
    this.#uses.delete(key)
    this.forgetOld()
    this.#makeRoom()
    this.#uses.set(key, uses)
  }

  /** Takes the last use of a key back: it came to nothing. */
  takeBack(key: string): void {
    const uses = this.#recent(key).slice(0, -1)
    if (uses.length > 0) this.#uses.set(key, uses)
    else this.#uses.delete(key)
  }

  /** Lets go of every key whose uses are all over. */
  forgetOld(): void {
    for (const [key, uses] of this.#uses) {
      if (!this.#isOver(uses.at(-1) ?? Number.NEGATIVE_INFINITY)) return
      this.#uses.delete(key)
    }
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.#uses.size
  }

  #recent(key: string): number[] {
    return (this.#uses.get(key) ?? []).filter((time) => !this.#isOver(time))
  }

  #makeRoom(): void {
    for (const key of this.#uses.keys()) {
      if (this.#uses.size < mostKeys) return
      this.#uses.delete(key)
    }
  }

  #isOver(time: number): boolean {
    return this.#now() - time >= this.#limit.withinMs
  }
}
