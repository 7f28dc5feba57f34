/** Longest input that is looked at, in characters. */
export const longestInput = 100

/** What was typed, as it is looked for and shown again: one line, well formed, of a sensible length. */
export function tidyInput(typed: string): string {
  const oneLine = typed.toWellFormed().replace(/[\s\p{C}]+/gu, ' ')
  return [...oneLine].slice(0, longestInput).join('').trim()
}
