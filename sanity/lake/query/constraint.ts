import {isDeepStrictEqual} from 'node:util'
import type {ExprNode} from 'groq-js'
import type {JsonObject, JsonValue, LakeDocument} from '../types.ts'

/** The part of a filter that says, without looking at other documents, which ones it can let through. */
export type Constraint =
  | {by: 'id' | 'type' | 'slug' | 'reference'; keys: string[]}
  /** Documents must meet all of them; any one alone is a sound narrowing. */
  | {all: Constraint[]}
  /** Documents must meet one of them. */
  | {any: Constraint[]}

/** The keys under which a document is indexed, and by which a change of it is announced. */
export type DocumentKeys = {type: string; slug: string | null; references: ReadonlySet<string>}

/** What every document that passes `filter` must satisfy, or null where nothing can be said. */
export function constraintOf(filter: ExprNode, params: JsonObject): Constraint | null {
  switch (filter.type) {
    case 'Group':
      return constraintOf(filter.base, params)
    case 'And': {
      const sides = [constraintOf(filter.left, params), constraintOf(filter.right, params)]
      const known = sides.filter((side) => side !== null)
      return known.length > 1 ? {all: known} : (known[0] ?? null)
    }
    case 'Or': {
      const left = constraintOf(filter.left, params)
      const right = left && constraintOf(filter.right, params)
      return left && right && {any: [left, right]}
    }
    case 'OpCall':
      if (filter.op === '==') {
        return equality(filter.left, filter.right, params) ?? equality(filter.right, filter.left, params)
      }
      return filter.op === 'in' ? membership(filter.left, filter.right, params) : null
    case 'FuncCall':
      return filter.namespace === 'global' && filter.name === 'references'
        ? references(filter.args, params)
        : null
    default:
      return null
  }
}

/**
 * What remains to be asked of documents that were found in the index by `known`, or null for nothing. The index holds
 * those that pass such a condition, and no others.
 */
export function remainingFilter(filter: ExprNode, known: Constraint, params: JsonObject): ExprNode | null {
  switch (filter.type) {
    case 'Group':
      return remainingFilter(filter.base, known, params)
    case 'And': {
      const left = remainingFilter(filter.left, known, params)
      const right = remainingFilter(filter.right, known, params)
      return left && right ? {...filter, left, right} : (left ?? right)
    }
    case 'OpCall':
    case 'FuncCall':
      return isDeepStrictEqual(constraintOf(filter, params), known) ? null : filter
    default:
      return filter
  }
}

function equality(attribute: ExprNode, constant: ExprNode, params: JsonObject): Constraint | null {
  const by = indexedAttribute(attribute)
  const value = by && constantOf(constant, params)
  return by && typeof value === 'string' ? {by, keys: [value]} : null
}

function membership(attribute: ExprNode, list: ExprNode, params: JsonObject): Constraint | null {
  const by = indexedAttribute(attribute)
  const values = by && constantOf(list, params)
  // With null or a missing attribute in play, a document without that attribute could pass.
  if (!by || !Array.isArray(values) || values.some((value) => value === null)) return null
  const keys = values.filter((value) => typeof value === 'string')
  // The index knows no slug that is a number.
  return by === 'slug' && keys.length < values.length ? null : {by, keys}
}

function references(args: ExprNode[], params: JsonObject): Constraint | null {
  const keys: string[] = []
  for (const arg of args) {
    const value = constantOf(arg, params)
    if (value === undefined) return null
    for (const id of Array.isArray(value) ? value : [value]) if (typeof id === 'string') keys.push(id)
  }
  return {by: 'reference', keys}
}

function indexedAttribute(node: ExprNode): 'id' | 'type' | 'slug' | null {
  if (node.type !== 'AccessAttribute') return null
  if (!node.base || node.base.type === 'This') {
    return node.name === '_id' ? 'id' : node.name === '_type' ? 'type' : null
  }
  const {base} = node
  const onSlug =
    base.type === 'AccessAttribute' && base.name === 'slug' && (!base.base || base.base.type === 'This')
  return onSlug && node.name === 'current' ? 'slug' : null
}

/** The value of an expression that is the same for every document; undefined where it may not be. */
export function constantOf(node: ExprNode, params: JsonObject): JsonValue | undefined {
  switch (node.type) {
    case 'Value':
      return node.value
    case 'Parameter':
      return params[node.name]
    case 'Group':
      return constantOf(node.base, params)
    case 'Array': {
      const values: JsonValue[] = []
      for (const element of node.elements) {
        const value = element.isSplat ? undefined : constantOf(element.value, params)
        if (value === undefined) return undefined
        values.push(value)
      }
      return values
    }
    default:
      return undefined
  }
}

export function keysOf(document: LakeDocument): DocumentKeys {
  const references = new Set<string>()
  collectReferences(document, references)
  return {type: document._type, slug: slugOf(document), references}
}

function slugOf(document: LakeDocument): string | null {
  const slug = document.slug
  if (!slug || typeof slug !== 'object' || Array.isArray(slug)) return null
  return typeof slug.current === 'string' ? slug.current : null
}

/** Visits what GROQ's `references()` visits: it does not look inside an object that is itself a reference. */
function collectReferences(value: JsonValue | undefined, found: Set<string>): void {
  if (!value || typeof value !== 'object') return
  if (Array.isArray(value)) {
    for (const item of value) collectReferences(item, found)
  } else if (value._ref) {
    if (typeof value._ref === 'string') found.add(value._ref)
  } else {
    for (const item of Object.values(value)) collectReferences(item, found)
  }
}
