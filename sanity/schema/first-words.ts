/** Whether a value read from a document is an object whose fields can be looked at. */
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/**
 * The first words of Portable Text, for previews in lists.
 * @returns undefined when there is no text yet, so that a preview can say something else
 */
export function firstWords(blocks: unknown): string | undefined {
  if (!Array.isArray(blocks)) return undefined
  const paragraphs = blocks.filter(isRecord).map(({children}) =>
    (Array.isArray(children) ? children : [])
      .filter(isRecord)
      .map(({text}) => (typeof text === 'string' ? text : ''))
      .join(''),
  )
  return paragraphs.find((paragraph) => paragraph.trim() !== '')
}

/**
 * The rule of a text that has to say something: the Studio keeps an empty paragraph where words were deleted.
 * @param message - what to do about it
 */
export function withWords(message: string) {
  return (blocks: unknown): string | true => (firstWords(blocks) === undefined ? message : true)
}
