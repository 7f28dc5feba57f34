const isFields = (value: unknown): value is {readonly [name: string]: unknown} =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a value, or anything inside it, refers to a document. */
function refersTo(value: unknown, id: string): boolean {
  if (Array.isArray(value)) return value.some((item) => refersTo(item, id))
  if (!isFields(value)) return false
  return value._ref === id || Object.values(value).some((inner) => refersTo(inner, id))
}

/** The fields of a document, at its top, in which it refers to another one, weakly or not. */
export function fieldsThatReferTo(document: {readonly [name: string]: unknown}, id: string): string[] {
  return Object.keys(document).filter((name) => refersTo(document[name], id))
}

/** The ids of the documents that a value refers to, however deep inside it, each once. */
export function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap(referencesIn))]
  if (!isFields(value)) return []
  const own = typeof value._ref === 'string' ? [value._ref] : []
  return [...new Set([...own, ...Object.values(value).flatMap(referencesIn)])]
}
