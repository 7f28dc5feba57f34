import {isObject} from './json.ts'

/** A piece of a text that reads alike from its first letter to its last. */
export type CanonicalSpan = {
  words: string
  /** `strong` and `em`, by the alphabet; absent when there is none. */
  marks?: string[]
  /** Where it leads; absent when it is no link. */
  link?: CanonicalLink
}

/** The document that a link leads to, wherever its page is, or the address outside the site. */
export type CanonicalLink = {to: string} | {address: string}

export type CanonicalBlock = {
  style: string
  list?: string
  level?: number
  spans: CanonicalSpan[]
}

const decorators = ['em', 'strong']

/**
 * A rich text as somebody reads it. How the editor cut it into pieces, and the keys that it gave them, are left out.
 * @param value - as `richTextProjection` answers it
 */
export function canonicalText(value: unknown): CanonicalBlock[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((block) => {
    if (!isObject(block) || block._type !== 'block') return []
    const spans = joinAlike(spansOf(block))
    if (spans.length === 0) return []
    const isListed = block.listItem === 'bullet' || block.listItem === 'number'
    return [
      {
        style: typeof block.style === 'string' ? block.style : 'normal',
        ...(isListed ? {list: String(block.listItem), level: numberOr(block.level, 1)} : {}),
        spans,
      },
    ]
  })
}

/** Words in one Unicode form, with one kind of line break, and one blank where a page shows one. */
export function canonicalWords(words: string): string {
  return words
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+/g, ' ')
}

function spansOf(block: {[name: string]: unknown}): CanonicalSpan[] {
  const links = new Map(
    asList(block.markDefs).flatMap((definition) =>
      isObject(definition) && typeof definition._key === 'string'
        ? [[definition._key, canonicalLink(definition)] as const]
        : [],
    ),
  )
  return asList(block.children).flatMap((span) => {
    if (!isObject(span) || typeof span.text !== 'string' || span.text === '') return []
    const marks = asList(span.marks).filter((mark) => typeof mark === 'string')
    const shown = decorators.filter((mark) => marks.includes(mark))
    const link = marks.map((mark) => links.get(mark)).find((found) => found !== undefined)
    return [
      {
        words: span.text,
        ...(shown.length > 0 ? {marks: shown} : {}),
        ...(link === undefined ? {} : {link}),
      },
    ]
  })
}

/** Where a link leads. One that has no address yet leads nowhere, and is none. */
export function canonicalLink(definition: {[name: string]: unknown}): CanonicalLink | undefined {
  if (definition.linkType === 'internal') {
    const reference = isObject(definition.reference) ? definition.reference._target : undefined
    return typeof reference === 'string' ? {to: publishedIdOf(reference)} : undefined
  }
  const address = typeof definition.href === 'string' ? definition.href.trim() : ''
  return address === '' ? undefined : {address}
}

function joinAlike(spans: CanonicalSpan[]): CanonicalSpan[] {
  const joined: CanonicalSpan[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last !== undefined && readsAlike(last, span)) last.words += span.words
    else joined.push({...span})
  }
  // Only now: the parts of one letter may stand in two pieces.
  return joined.map((span) => ({...span, words: canonicalWords(span.words)}))
}

function readsAlike({words: _, ...one}: CanonicalSpan, {words: __, ...other}: CanonicalSpan): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The id of a document whichever of its versions it stands for: that which is published. */
export function publishedIdOf(id: string): string {
  return id.replace(/^(?:drafts|versions\.[^.]+)\./, '')
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise
}
