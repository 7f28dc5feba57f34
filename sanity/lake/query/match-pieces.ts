import type {ExprNode} from 'groq-js'
import type {JsonObject, JsonValue, LakeDocument} from '../types.ts'
import {constantOf} from './constraint.ts'

/** A string attribute, and pieces of a word that all stand in it where it matches, in lower case. */
type Pieces = {path: string[]; pieces: string[]}

/** groq-js looks at the first 1,024 characters of each word of a pattern. */
const LONGEST = 1_000

/**
 * Leaves out documents that a `match` in the filter cannot let through, as is plain from their letters: groq-js takes
 * each text apart and compares its words by regular expressions. The filter itself is still to be asked.
 */
export function couldMatch(filter: ExprNode, params: JsonObject, documents: LakeDocument[]): LakeDocument[] {
  const wanted = piecesIn(filter, params)
  if (wanted.length === 0) return documents
  return documents.filter((document) => wanted.every(({path, pieces}) => holds(document, path, pieces)))
}

function piecesIn(filter: ExprNode, params: JsonObject): Pieces[] {
  if (filter.type === 'Group') return piecesIn(filter.base, params)
  if (filter.type === 'And') return [...piecesIn(filter.left, params), ...piecesIn(filter.right, params)]
  if (filter.type !== 'OpCall' || filter.op !== 'match') return []
  const path = pathOf(filter.left)
  const pattern = constantOf(filter.right, params)
  if (path === null || typeof pattern !== 'string' || pattern.length > LONGEST) return []
  const pieces = pattern.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return pieces.length === 0 ? [] : [{path, pieces}]
}

function pathOf(node: ExprNode): string[] | null {
  if (node.type !== 'AccessAttribute') return null
  if (!node.base || node.base.type === 'This') return [node.name]
  const base = pathOf(node.base)
  return base && [...base, node.name]
}

function holds(document: LakeDocument, path: string[], pieces: string[]): boolean {
  let value: JsonValue | undefined = document
  for (const name of path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return true
    value = Object.hasOwn(value, name) ? value[name] : undefined
  }
  // Other letters have lower cases of their own, and lists have words from several texts.
  if (typeof value !== 'string' || /[^ -~]/.test(value)) return true
  // groq-js leaves out most full stops.
  const text = value.replaceAll('.', '').toLowerCase()
  return pieces.every((piece) => text.includes(piece))
}
