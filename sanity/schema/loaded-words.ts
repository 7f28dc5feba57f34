import type {PathSegment, ValidationError} from 'sanity'
import {loadedWordAdvice} from '#lib/loaded-words.ts'
import {wordsOf} from './first-words.ts'

/**
 * What the rule of `lib/loaded-words.ts` has to say about a text, in the shape that the Studio’s `rule.custom` wants. What
 * is no text is another rule’s matter.
 */
export function adviceOnWords(text: unknown, path: PathSegment[] = [], isDated = false): ValidationError[] {
  const advice = typeof text === 'string' ? loadedWordAdvice(text, isDated) : []
  return advice.map((message) => ({message, path}))
}

/** As `adviceOnWords`, for one block of a rich text. */
export function adviceOnBlock(block: unknown): ValidationError[] {
  return adviceOnWords(wordsOf(block))
}

/** A section as far as it has words outside rich text. */
type Section = {_key: string; heading?: unknown; text?: unknown; label?: unknown}

/** As `adviceOnWords`, for the plain words of a page’s sections, each at its own field. */
export function adviceOnSections(sections: Section[] | undefined): ValidationError[] {
  if (!Array.isArray(sections)) return []
  return sections.flatMap(({_key, heading, text, label}) =>
    Object.entries({heading, text, label}).flatMap(([field, words]) => adviceOnWords(words, [{_key}, field])),
  )
}
