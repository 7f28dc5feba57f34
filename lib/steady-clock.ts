/**
 * Milliseconds since 1970, as the time of day was when this process started, and as many more as have passed since: it
 * never jumps, though somebody sets the clock. For what is compared within a process; what is written down or shown is
 * dated with the time of day.
 */
export function steadyNow(): number {
  return Math.floor(performance.timeOrigin + performance.now())
}

/**
 * The time of day, or the steady one where that is earlier: one jump of the clock ages nothing. For what is thrown away
 * when it is old enough, in milliseconds since 1970.
 */
export function earlierNow(): number {
  return Math.min(Date.now(), steadyNow())
}
