import {tidyWords} from './tidy-words.ts'

export type PastedMark = 'strong' | 'em'
export type PastedList = {kind: 'bullet' | 'number'; level: number}
export type PastedSpan = {text: string; marks: readonly PastedMark[]; href: string | null}

/** A paragraph, a heading or an item of a list, with what rich text on this site can hold and nothing else. */
export type PastedBlock = {
  style: 'normal' | 'h2' | 'h3' | 'h4'
  list: PastedList | null
  spans: PastedSpan[]
}

/**
 * Spans of one block, tidied: neighbours of one format joined, a space once between words and none at either end.
 * Empty for a block of blanks.
 */
function tidySpans(spans: readonly PastedSpan[]): PastedSpan[] {
  const joined: PastedSpan[] = []
  for (const span of spans) {
    const before = joined.at(-1)
    const words = tidyWords(span.text)
    const text = before ? withoutDoubledBlank(before.text, words) : words.trimStart()
    if (text === '') continue
    if (before && text.startsWith('\n')) before.text = before.text.replace(/ +$/, '')
    // A blank is neither strong nor emphasised, nor a link.
    const made = text.trim() === '' ? {text, marks: [], href: null} : {...span, text}
    if (before && hasFormatOf(before, made)) before.text += text
    else joined.push(made)
  }
  return withoutBlankEnd(joined)
}

function withoutDoubledBlank(before: string, text: string): string {
  return /[ \n]$/.test(before) ? text.replace(/^ +/, '') : text
}

function hasFormatOf(one: PastedSpan, other: PastedSpan): boolean {
  return one.href === other.href && one.marks.join() === other.marks.join()
}

function withoutBlankEnd(spans: PastedSpan[]): PastedSpan[] {
  const last = spans.at(-1)
  if (last === undefined) return []
  last.text = last.text.trimEnd()
  return last.text === '' ? withoutBlankEnd(spans.slice(0, -1)) : spans
}

/** The paragraphs that two line breaks in a row make of one, tidied; in an item of a list they are one line break. */
export function tidyParagraphs(spans: readonly PastedSpan[], isItem: boolean): PastedSpan[][] {
  const paragraphs: PastedSpan[][] = [[]]
  for (const span of tidySpans(spans)) {
    const [first = '', ...others] = isItem ? [span.text.replace(/\n+/g, '\n')] : span.text.split(/\n{2,}/)
    paragraphs.at(-1)?.push({...span, text: first})
    for (const text of others) paragraphs.push([{...span, text}])
  }
  return paragraphs.map(tidySpans).filter((paragraph) => paragraph.length > 0)
}
