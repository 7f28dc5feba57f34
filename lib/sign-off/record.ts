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

/**
 * Words as they are kept for showing: their hash, and the whole answer of the projection as text, which says more than
 * what is hashed. By that a page decides what it leaves out and where a link leads, so it is signed too.
 */
export type KeptWords = {hash: string; answer: string}

const purposeOfWords = 'sign-off words\n'

export function signWords({hash, answer}: KeptWords, keys: SignOffKeys): string {
  return keys.sign(`${purposeOfWords}${hash}\n${answer}`)
}

/** The words that a document keeps; null when the server did not sign them so. */
export function openWords(value: unknown, keys: SignOffKeys): KeptWords | null {
  if (!isObject(value)) return null
  const {hash, answer, signature} = value
  if (typeof hash !== 'string' || typeof answer !== 'string' || typeof signature !== 'string') return null
  return keys.isSigned(`${purposeOfWords}${hash}\n${answer}`, signature) ? {hash, answer} : null
}
