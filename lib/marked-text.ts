type Fields = {readonly [field: string]: unknown}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The spans of a block that carry a mark. */
function spansWith(children: unknown, mark: unknown): Fields[] {
  if (!Array.isArray(children)) return []
  return children.filter(isFields).filter(({marks}) => Array.isArray(marks) && marks.includes(mark))
}

/**
 * Whether any words of a block of Portable Text carry a mark. A definition that none uses is a leftover of editing,
 * not a link.
 * @param children - the spans of the block
 * @param mark - the key of the definition
 */
export function isMarked(children: unknown, mark: unknown): boolean {
  return spansWith(children, mark).length > 0
}

/** The words that carry a mark, such as those of a link; empty when none does. */
export function markedText(children: unknown, mark: unknown): string {
  return spansWith(children, mark)
    .map(({text}) => (typeof text === 'string' ? text : ''))
    .join('')
}
