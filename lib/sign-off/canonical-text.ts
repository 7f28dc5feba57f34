import {listLevel} from '#lib/list-level.ts'
import {isObject} from './json.ts'

/** A piece of a text that reads alike from its first letter to its last. */
export type CanonicalSpan = {
  words: string
  /** `strong` and `em`, by the alphabet; absent when there is none. */
  marks?: string[]
  /** Where it leads, or each of its links when there are several; absent when it is no link. */
  links?: CanonicalLink[]
}

/**
 * The document that a link leads to, wherever its page is, or the address outside the site. That of a resource is its
 * own, and leads outside as well.
 */
export type CanonicalLink = {to: string; address?: string} | {address: string}

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
        ...(isListed ? {list: String(block.listItem), level: listLevel(block.level)} : {}),
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

/** As the page reads a block (see `parseRichText`): a key without blanks around it, and of two alike the first. */
function linksOf(block: {[name: string]: unknown}): Map<string, CanonicalLink | undefined> {
  const links = new Map<string, CanonicalLink | undefined>()
  for (const definition of asList(block.markDefs)) {
    if (!isObject(definition) || typeof definition._key !== 'string') continue
    const key = definition._key.trim()
    if (key !== '' && !links.has(key)) links.set(key, canonicalLink(definition))
  }
  return links
}

function spansOf(block: {[name: string]: unknown}): CanonicalSpan[] {
  const links = linksOf(block)
  return asList(block.children).flatMap((span) => {
    if (!isObject(span) || typeof span.text !== 'string' || span.text === '') return []
    const marks = new Set(asList(span.marks).filter((mark) => typeof mark === 'string'))
    const shown = decorators.filter((mark) => marks.has(mark))
    const led = [...links].flatMap(([key, link]) => (marks.has(key) && link !== undefined ? [link] : []))
    return [
      {
        words: span.text,
        ...(shown.length > 0 ? {marks: shown} : {}),
        ...(led.length > 0 ? {links: led} : {}),
      },
    ]
  })
}

/** Where a link leads. One that has no address yet leads nowhere, and is none. */
export function canonicalLink(definition: {[name: string]: unknown}): CanonicalLink | undefined {
  if (typeof definition.linkType === 'string' && definition.linkType.trim() === 'internal') {
    const reference = isObject(definition.reference) ? definition.reference._target : undefined
    if (typeof reference !== 'string') return undefined
    const url = isObject(definition.target) ? definition.target.url : undefined
    return {to: publishedIdOf(reference), ...(typeof url === 'string' ? {address: url.trim()} : {})}
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
