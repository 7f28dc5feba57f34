import path from 'node:path'

const movedClock = path.resolve(import.meta.dirname, 'moved-clock.ts')

/**
 * Of a process whose clock is to jump.
 * @param file - says by how many milliseconds; see `moved-clock.ts`
 */
export function movedClockVariables(file: string): {[name: string]: string} {
  return {NODE_OPTIONS: `--import ${movedClock}`, MOVED_CLOCK: file}
}
