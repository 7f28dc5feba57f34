import {stegaClean} from '@sanity/client/stega'
import type {SignOffGate} from '#lib/sign-off/gate.ts'
import type {FieldsOf, Scalar} from './unchecked.ts'

/** A part of an answer from Content Lake that does not have the shape that the site needs. */
export class MalformedContentError extends Error {
  constructor(what: string) {
    super(what)
    this.name = 'MalformedContentError'
  }
}

/** How an answer was read, and where to say what was left out of it. */
export type Reading = {
  /** Drafts are shown, and what is held back from visitors is shown with the reason. */
  preview: boolean
  /** The day of the reading, `YYYY-MM-DD`. */
  readOn: string
  /** In a preview, the documents of the answer that visitors do not have yet. */
  unpublished?: readonly string[]
  /** Says what keeps words from visitors that no school has agreed to. */
  gate: SignOffGate
  /** Takes one sentence about content that was left out. */
  report: (problem: string) => void
}

/** Whether a value is an object. Then its fields can be read: where its type is known, those that the query returns. */
export function isFields<Value>(value: Value): value is FieldsOf<Value> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether visitors do not have a document yet that a preview shows. */
export function isUnpublished(document: unknown, reading: Reading): boolean {
  return isFields(document) && isUnpublishedId(document._id, reading)
}

/** The same, by its id. */
export function isUnpublishedId(id: unknown, {unpublished = []}: Reading): boolean {
  return unpublished.some((other) => other === id)
}

/** @throws MalformedContentError when the value is not an object */
export function fieldsOf<Value>(value: Value, what: string): FieldsOf<Value> {
  if (!isFields(value)) throw new MalformedContentError(`${what} is not an object`)
  return value
}

/** Words for people; null when absent or blank. Keeps what click-to-edit hides in them. */
export function optionalWords(value: Scalar, what: string): string | null {
  if (value === null || value === undefined) return null
  if (typeof value !== 'string') throw new MalformedContentError(`${what} is not text`)
  return stegaClean(value).trim() === '' ? null : value
}

/** @throws MalformedContentError when absent, blank or not text */
export function words(value: Scalar, what: string): string {
  const found = optionalWords(value, what)
  if (found === null) throw new MalformedContentError(`${what} is missing`)
  return found
}

/** Text that the program acts on (an id, a slug, a date, an address): as `optionalWords`, nothing hidden in it. */
export function optionalValue(value: Scalar, what: string): string | null {
  const found = optionalWords(value, what)
  return found === null ? null : stegaClean(found).trim()
}

/** @throws MalformedContentError when absent, blank or not text */
export function requiredValue(value: Scalar, what: string): string {
  return stegaClean(words(value, what)).trim()
}

/** One of the named choices, or null when it is absent or none of them. */
export function choice<const T extends string>(value: Scalar, choices: readonly T[]): T | null {
  const cleaned = typeof value === 'string' ? stegaClean(value) : null
  return choices.find((candidate) => candidate === cleaned) ?? null
}

export function optionalNumber(value: Scalar): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** A day as `YYYY-MM-DD`, or null when it is absent or no date. */
export function optionalDay(value: Scalar): string | null {
  const day = typeof value === 'string' ? stegaClean(value).slice(0, 10) : ''
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null
}

/**
 * Parses each item of a list. A malformed one is reported and left out; the rest stands.
 * An absent list is an empty one. `parse` answers null for what is left out on purpose.
 */
export function items<Item, T>(
  value: Item[] | Scalar,
  what: string,
  reading: Reading,
  parse: (item: FieldsOf<Item>, position: number) => T | null,
): T[] {
  if (value === null || value === undefined) return []
  if (!Array.isArray(value)) {
    reading.report(`${what} is not a list and was left out`)
    return []
  }
  const kept: T[] = []
  value.forEach((item, position) => {
    const parsed = orLeftOut(`${what}, item ${position + 1}`, reading, () =>
      parse(fieldsOf(item, 'it'), position),
    )
    if (parsed !== null) kept.push(parsed)
  })
  return kept
}

/**
 * Runs a parser for a part that can be left out: a malformed part is reported, and null answered.
 * @param inPreview - makes what a preview shows in its place, given what is wrong
 */
export function orLeftOut<T>(
  what: string,
  reading: Reading,
  parse: () => T,
  inPreview: (problem: string) => T | null = () => null,
): T | null {
  try {
    return parse()
  } catch (error) {
    if (!(error instanceof MalformedContentError)) throw error
    reading.report(`${what}, was left out: ${error.message}`)
    return reading.preview ? inPreview(error.message) : null
  }
}
