import {canonicalJson, isObject, type Json, parseJson} from './json.ts'
import type {SignOffKeys} from './keys.ts'

/**
 * A record as it is kept: its exact text, and the server's signature of that text. Whatever else stands in the same
 * document is there to be searched for, and counts for nothing.
 */
export type SignedRecord = {record: string; signature: string}

/** What is signed begins with this, so that a signature for another purpose is none for a record. */
const purpose = 'sign-off record\n'

export function signRecord(record: Json, keys: SignOffKeys): SignedRecord {
  const text = canonicalJson(record)
  return {record: text, signature: keys.sign(purpose + text)}
}

/**
 * What a record says; null when it is not the server's own, or is not one at all.
 * @param value - a document of Content Lake, or a part of one
 */
export function openRecord(value: unknown, keys: SignOffKeys): {[name: string]: unknown} | null {
  if (!isObject(value)) return null
  const {record, signature} = value
  if (typeof record !== 'string' || typeof signature !== 'string') return null
  if (!keys.isSigned(purpose + record, signature)) return null
  const opened = parseJson(record)
  return isObject(opened) ? opened : null
}
