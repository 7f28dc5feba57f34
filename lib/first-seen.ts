/** However many keys are tried, no more than this are remembered; the oldest goes first. */
const mostKeys = 10_000
const rememberedMs = 60 * 60_000

/** Remembers, in memory and for an hour at most, when something was first seen. */
export class FirstSeen {
  readonly #now: () => number
  readonly #times = new Map<string, number>()

  /** @param now - the clock, in milliseconds */
  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  note(key: string): void {
    for (const [oldest, time] of this.#times) {
      if (this.#now() - time < rememberedMs && this.#times.size < mostKeys) break
      this.#times.delete(oldest)
    }
    if (!this.#times.has(key)) this.#times.set(key, this.#now())
  }

  /** Milliseconds since a key was first seen, and forgets it; null when it was not seen, or not lately. */
  takeAge(key: string): number | null {
    const time = this.#times.get(key)
    this.#times.delete(key)
    const age = time === undefined ? null : this.#now() - time
    return age === null || age >= rememberedMs ? null : age
  }
}
