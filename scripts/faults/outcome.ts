/** What a run of faults has come to. */
export type Outcome = {
  /** What was done and seen, in order: a count, or words, and what it is of. */
  counts: [value: number | string, of: string][]
  /** Each promise that was broken, in words that let it be found. */
  broken: string[]
}

/** Is told how far a run has come. */
export type Note = (words: string) => void

/** As many as a person reads. */
const shown = 20

/** The lines that a run ends with. */
export function linesOf({counts, broken}: Outcome): string[] {
  return [
    ...counts.map(([value, of]) => `${String(value).padStart(9)}  ${of}`),
    ...broken.slice(0, shown).map((promise) => `   BROKEN  ${promise}`),
    ...(broken.length > shown ? [`   BROKEN  and ${broken.length - shown} more`] : []),
    `${String(broken.length).padStart(9)}  promises broken`,
  ]
}
