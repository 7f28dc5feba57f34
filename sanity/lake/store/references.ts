import type {JsonValue} from '../types.ts'

/** A reference found in a document. Only a strong one must have a target in the same dataset. */
export type FoundReference = {id: string; strong: boolean}

/**
 * All references of a value, at any depth, each id once.
 *
 * As in Sanity, a reference is an object with `_ref`; `_weak: true` lets its target be missing, and so does a
 * target in another dataset or resource (`_dataset`, `_projectId`, or an id with a colon), which this lake
 * cannot look into.
 */
export function referencesIn(value: JsonValue | undefined): FoundReference[] {
  const found = new Map<string, boolean>()
  collect(value, found)
  return [...found].map(([id, strong]) => ({id, strong}))
}

function collect(value: JsonValue | undefined, found: Map<string, boolean>): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found)
    return
  }
  const id = value._ref
  if (typeof id === 'string') {
    const elsewhere = '_dataset' in value || '_projectId' in value || id.includes(':')
    const strong = value._weak !== true && !elsewhere
    found.set(id, strong || found.get(id) === true)
  }
  for (const key in value) collect(value[key], found)
}
