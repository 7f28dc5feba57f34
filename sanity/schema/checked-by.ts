import type {Path, ValidationError} from 'sanity'
import {text} from './read-value.ts'

/**
 * Turns a rule from `lib/` into the shape that the Studio's `rule.custom` wants: the message, or true.
 * @param problem - says what is wrong with a value, or null
 */
export function checkedBy<Value>(problem: (value: Value | undefined) => string | null) {
  return (value: Value | undefined): string | true => problem(value) ?? true
}

/** As `checkedBy`, for a rule about a text. */
export function checkedText(problem: (words: string | undefined) => string | null) {
  return (value: unknown): string | true => problem(text(value)) ?? true
}

/** Stands with an error for which the site keeps what is wrong from visitors, so that whoever lists errors can say so. */
export const heldBackCode = 'custom.held-back'

/** An error of that kind. @param path - where it is, below the value that is checked */
export function heldBackError(message: string, path: Path = []): ValidationError {
  return {message, code: heldBackCode, path}
}

/** The answer of a rule by which the site holds the value back from visitors. @param message - what is wrong, or null */
export function heldBack(message: string | null): ValidationError | true {
  return message === null || heldBackError(message)
}

/** Today in the time zone of the person who edits, as `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date()
  const twoDigits = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`
}
