import {randomInt} from 'node:crypto'
import {mutationError} from '../errors.ts'
import type {JsonValue} from '../types.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const longestId = 128

/** A random id of letters and digits, of the length that Sanity's own have. */
export function generateId(length = 22): string {
  return Array.from({length}, () => alphabet[randomInt(alphabet.length)]).join('')
}

/**
 * Whether Sanity takes this as the id of a document: letters, digits, `_`, `-` and dots, at most 128, not
 * starting with a dash, and no part between dots empty. https://www.sanity.io/docs/ids
 */
export function isDocumentId(id: string): boolean {
  return id.length <= longestId && /^[A-Za-z0-9_][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$/.test(id)
}

/** The id of a document to be created: its own, or a new one if it has none or only a prefix like `drafts.`. */
export function idForCreation(id: JsonValue | undefined, mutationIndex: number): string {
  if (id === undefined || id === null || id === '') return generateId()
  if (typeof id !== 'string') throw malformedId(JSON.stringify(id), mutationIndex)
  return checkedId(id.endsWith('.') ? id + generateId() : id, mutationIndex)
}

/** @throws LakeError 400 for what cannot be a document's id. */
export function checkedId(id: string, mutationIndex: number): string {
  if (!isDocumentId(id)) throw malformedId(id, mutationIndex)
  return id
}

function malformedId(id: string, mutationIndex: number) {
  const shown = id.length > longestId ? `${id.slice(0, longestId)}…` : id
  return mutationError(400, 'validationError', `Malformed document ID: "${shown}"`, mutationIndex)
}
