/**
 * For each tag, a name of the change that made it out of date last. Whoever knows another name for a tag has missed a
 * change; which of two is the later one does not matter, so no two clocks need to agree.
 */
export type Marks = {readonly [tag: string]: string}

const day = 24 * 60 * 60_000

/** No page is kept for longer than thirty days without being made again (`cacheLife('max')` of Next.js). */
export const marksLastMs = 35 * day

/** Next.js takes tags of up to 256 characters. */
const longestTag = 256

const markPattern = /^(\d{13,16})-[\w-]{1,64}$/

/**
 * @param now - milliseconds since 1970
 * @param unique - letters and digits that no other mark of this moment has
 */
export function newMark(now: number, unique: string): string {
  return `${now}-${unique}`
}

/** Whether every page that a mark could be about has been made again since; so too for what is no mark. */
export function isOver(mark: string, now: number): boolean {
  const [, madeAt] = markPattern.exec(mark) ?? []
  return madeAt === undefined || now - Number(madeAt) > marksLastMs
}

/** Those that are not known under the same name. */
export function unknownMarks(theirs: Marks, known: ReadonlyMap<string, {mark: string}>): Marks {
  return Object.fromEntries(Object.entries(theirs).filter(([tag, mark]) => known.get(tag)?.mark !== mark))
}

/** Reads what another process has written; what is no mark is left out. */
export function parseMarks(value: unknown): Marks {
  if (typeof value !== 'object' || value === null) return {}
  const marks = Object.entries(value).filter(
    (entry): entry is [string, string] =>
      entry[0].length <= longestTag && typeof entry[1] === 'string' && markPattern.test(entry[1]),
  )
  return Object.fromEntries(marks)
}
