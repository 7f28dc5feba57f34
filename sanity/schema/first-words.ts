/** Whether a value read from a document is an object whose fields can be looked at. */
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** The words of one block of Portable Text; empty when it is none. */
export function wordsOf(block: unknown): string {
  const children = isRecord(block) && Array.isArray(block.children) ? block.children : []
  return children
    .filter(isRecord)
    .map(({text}) => (typeof text === 'string' ? text : ''))
    .join('')
}

/**
 * The first words of Portable Text, for previews in lists.
 * @returns undefined when there is no text yet, so that a preview can say something else
 */
export function firstWords(blocks: unknown): string | undefined {
  if (!Array.isArray(blocks)) return undefined
  return blocks.map(wordsOf).find((paragraph) => paragraph.trim() !== '')
}

/**
 * The rule of a text that has to say something: the Studio keeps an empty paragraph where words were deleted.
 * @param message - what to do about it
 */
export function withWords(message: string) {
  return (blocks: unknown): string | true => (firstWords(blocks) === undefined ? message : true)
}
