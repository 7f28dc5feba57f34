/** A whole number from 0 up to, but not including, the given one. */
export type Random = (below: number) => number

/** A small generator of pseudo-random numbers (mulberry32), so that a failure can be repeated from its seed. */
export function randomFrom(seed: number): Random {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Runs a check for so many seeds from the first on; a failure names its seed. */
export function forSeeds(first: number, count: number, check: (random: Random, seed: number) => void): void {
  for (let seed = first; seed < first + count; seed++) {
    try {
      check(randomFrom(seed), seed)
    } catch (error) {
      throw new Error(`Failed with the seed ${seed}`, {cause: error})
    }
  }
}

/** One of the values. */
export function pick<Value>(random: Random, values: readonly [Value, ...Value[]]): Value {
  return values[random(values.length)] ?? values[0]
}
