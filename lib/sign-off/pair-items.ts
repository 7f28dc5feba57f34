import {canonicalJson, isObject, type Json} from './json.ts'

/** An item of a list in its two versions; undefined where it is new, or gone. */
export type Pair = {before: Json | undefined; after: Json | undefined}

/**
 * Finds for each item of a list what it was before: the same item, wherever it stood; else one about the same document;
 * else one of the same kind in the order in which they come. What is left of the old list is gone.
 */
export function pairItems(before: readonly Json[], after: readonly Json[]): Pair[] {
  const left = new Set(before.keys())
  const matches = new Map<number, number>()
  for (const alike of [canonicalJson, documentOf, kindOf]) {
    for (const [position, item] of after.entries()) {
      if (matches.has(position)) continue
      const name = alike(item)
      const found = name === null ? undefined : [...left].find((old) => alike(before[old] ?? null) === name)
      if (found === undefined) continue
      left.delete(found)
      matches.set(position, found)
    }
  }
  const paired = after.map((item, position): Pair => {
    const match = matches.get(position)
    return {before: match === undefined ? undefined : before[match], after: item}
  })
  return [...paired, ...[...left].map((old): Pair => ({before: before[old], after: undefined}))]
}

/** The document that an item is about; null when it is about none. */
function documentOf(item: Json): string | null {
  if (!isObject(item) || !isObject(item.document)) return null
  return typeof item.document._id === 'string' ? item.document._id : null
}

/** Items about documents are not alike because they are about some. */
function kindOf(item: Json): string | null {
  if (!isObject(item) || documentOf(item) !== null) return null
  return typeof item._type === 'string' ? item._type : 'item'
}
