import type {JsonObject, JsonValue} from '../types.ts'

/** Search words as Sanity's `text::query()` takes them: all must be found, `word*` by its beginning. */
export type TextQuery = {terms: Term[]}
/** Without words it stands for any document. */
type Term = {words: Word[]; excluded: boolean}
type Word = {text: string; isPrefix: boolean}

const WORD = /[\p{L}\p{N}]+/gu
const SEARCH_WORD = /[\p{L}\p{N}]+\*?/gu
/** Documents are not written to once stored, so their words are looked for once. */
const wordsOfDocuments = new WeakMap<JsonObject, string[]>()

/**
 * Understands `word`, `prefix*`, `*` for anything, `"words in this order"` and `-excluded`. Upper and lower case and accents
 * make no difference.
 */
export function parseTextQuery(text: string): TextQuery {
  const terms: Term[] = []
  for (const match of fold(text).matchAll(/(^|\s)(-?)(?:"([^"]*)"|(\S+))/gu)) {
    const source = match[3] ?? match[4] ?? ''
    const words = Array.from(source.matchAll(SEARCH_WORD), ([word]) => ({
      text: word.replace('*', ''),
      isPrefix: word.endsWith('*'),
    }))
    // The Studio's lists ask for "*" while nobody has typed: every document, even one without a word.
    if (words.length > 0 || source === '*') terms.push({words, excluded: match[2] === '-'})
  }
  return {terms}
}

/** Whether the query finds everything, with words or without. */
export function matchesAnything({terms}: TextQuery): boolean {
  return terms.length > 0 && terms.every(({words, excluded}) => words.length === 0 && !excluded)
}

/** A query without words finds nothing. */
export function matchesText(words: string[], {terms}: TextQuery): boolean {
  return terms.length > 0 && terms.every((term) => containsTerm(words, term) !== term.excluded)
}

/**
 * The words of every string anywhere inside the value, folded for comparison. Attributes whose name starts with
 * an underscore are not text: nobody who looks for "block" means the type of each paragraph.
 */
export function wordsOf(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') return fold(value).match(WORD) ?? []
  if (Array.isArray(value)) return value.flatMap(wordsOf)
  if (!value || typeof value !== 'object') return []
  const known = wordsOfDocuments.get(value)
  if (known) return known
  const words = Object.entries(value).flatMap(([key, item]) => (key.startsWith('_') ? [] : wordsOf(item)))
  if (typeof value._id === 'string') wordsOfDocuments.set(value, words)
  return words
}

function containsTerm(words: string[], {words: wanted}: Term): boolean {
  if (wanted.length === 0) return true
  return words.some((_, start) =>
    wanted.every(({text, isPrefix}, offset) => {
      const word = words[start + offset]
      return isPrefix ? word?.startsWith(text) : word === text
    }),
  )
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
