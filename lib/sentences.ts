/** Where a part of a text begins, and where it ends: in UTF-16 code units, the end not included. */
export type Range = {start: number; end: number}

/**
 * The end of a sentence: its mark with what closes a quotation or a bracket behind it, and the space up to the next.
 * Click-to-edit hides characters of no width between them.
 */
const sentenceEnd = /[.!?…؟。]+[\p{Pf}\p{Pe}"'”’]*\p{Cf}*\s+\p{Cf}*/gu

/** Abbreviations that stand before a name or a number; Ofsted's and Companies House's among them. */
const beforeNames = [
  'st',
  'dr',
  'mr',
  'mrs',
  'ms',
  'miss',
  'prof',
  'rev',
  'revd',
  'hon',
  'fr',
  'sr',
  'jr',
  'no',
  'nos',
  'vs',
  'cf',
  'viz',
  'approx',
  'ca',
  'tel',
  'e.g',
  'i.e',
]

/**
 * The sentences of a text in their order, each with the space behind it; together they are the whole text. A mark ends
 * none where a small letter follows, nor behind an initial or an abbreviation that stands before names.
 */
export function sentencesOf(text: string): Range[] {
  const ends = [...text.matchAll(sentenceEnd)]
    .map(({index, 0: mark}) => ({index, end: index + mark.length}))
    .filter(
      ({index, end}) =>
        end < text.length && !goesOn(text.slice(0, index), text[index] ?? '', text.slice(end)),
    )
    .map(({end}) => end)
  const starts = [0, ...ends]
  return starts.map((start, position) => ({start, end: ends[position] ?? text.length}))
}

function goesOn(before: string, mark: string, after: string): boolean {
  // An opening quotation mark or bracket may stand first.
  if (/^[^\p{L}\p{N}]*\p{Ll}/u.test(after)) return true
  if (mark !== '.') return false
  const word = /[\p{L}.]+$/u.exec(before)?.[0] ?? ''
  return (
    /^\p{Lu}$/u.test(word) || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word) || beforeNames.includes(word.toLowerCase())
  )
}

/** The sentences of a text that any of the parts lies in. */
export function sentencesWith(text: string, parts: readonly Range[]): Range[] {
  return sentencesOf(text).filter(({start, end}) =>
    parts.some((part) => part.start < end && part.end > start),
  )
}
