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
    this.forgetOld()
    if (this.#times.has(key)) return
    const [oldest] = this.#times.keys()
    if (this.#times.size >= mostKeys && oldest !== undefined) this.#times.delete(oldest)
    this.#times.set(key, this.#now())
  }

  /** Lets go of what was seen more than an hour ago. */
  forgetOld(): void {
    for (const [key, time] of this.#times) {
      if (this.#now() - time < rememberedMs) return
      this.#times.delete(key)
    }
  }

  /** How much is remembered. */
  get size(): number {
    return this.#times.size
  }

  /** Milliseconds since a key was first seen, and forgets it; null when it was not seen, or not lately. */
  takeAge(key: string): number | null {
    const time = this.#times.get(key)
    this.#times.delete(key)
    const age = time === undefined ? null : this.#now() - time
    return age === null || age >= rememberedMs ? null : age
  }
}
