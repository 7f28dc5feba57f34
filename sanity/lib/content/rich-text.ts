import {listLevel} from '#lib/list-level.ts'
import {isMarked} from '#lib/marked-text.ts'
import {itemOf, type Origin, within} from '../origin.ts'
import {items, optionalValue, optionalWords, type Reading, requiredValue} from '../parse.ts'
import type {BlockAnswer, RichTextAnswer, SpanAnswer} from './answers.ts'
import {withoutBrokenLinks} from './held-back-sentences.ts'
import {linkField, linkProjection, parseLink} from './link.ts'

/** A rich text's blocks, links resolved. */
export const richTextProjection = `[]{..., markDefs[]${linkProjection}}` as const

export type RichTextSpan = {_type: 'span'; _key: string; text: string; marks: string[]}
export type RichTextLink = {_type: 'link'; _key: string; href: string}
/** Marks sentences that visitors do not see, and says why; in preview only. */
export type RichTextHeldBack = {
  _type: 'heldBack'
  _key: string
  reason: string
  /** Where that can be mended. */
  mend?: Origin | undefined
}
export type RichTextStyle = 'normal' | 'h2' | 'h3' | 'h4'

export type RichTextBlock = {
  _type: 'block'
  _key: string
  style: RichTextStyle
  listItem?: 'bullet' | 'number'
  level?: number
  children: RichTextSpan[]
  markDefs: (RichTextLink | RichTextHeldBack)[]
  /** Why visitors do not see this block, none of it; seen in preview only. */
  heldBack: string | null
  /** Where that can be mended. */
  mend?: Origin | undefined
}

export type RichText = RichTextBlock[]

const styles: readonly RichTextStyle[] = ['normal', 'h2', 'h3', 'h4']

/**
 * Reads a rich text. Where a link leads nowhere, the sentence that holds or announces it is held back, which makes no
 * sense without it, and the whole block where it has no other.
 */
export function parseRichText(
  value: RichTextAnswer,
  what: string,
  reading: Reading,
  origin?: Origin,
): RichText {
  return items(value, what, reading, (block, position) => {
    const where = `${what}, item ${position + 1}`
    const place = itemOf(origin, optionalValue(block._key, 'the key of the block'))
    if (block._type !== 'block') {
      const problem = `nothing shows a “${String(block._type)}”`
      reading.report(`${where}, was left out: ${problem}`)
      return reading.preview ? unknownBlock(String(position), problem, place) : null
    }
    return parseBlock(block, {what, where, place}, reading)
  })
}

/** What a preview has in the place of something that no text holds. */
function unknownBlock(key: string, problem: string, mend: Origin | undefined): RichTextBlock {
  const heldBack = `This part of the text cannot be shown: ${problem}.`
  return {_type: 'block', _key: key, style: 'normal', children: [], markDefs: [], heldBack, mend}
}

/** How a block is named in the log, and where it stands. */
type Label = {what: string; where: string; place: Origin | undefined}

/** Null when visitors see nothing of it. */
function parseBlock(block: BlockAnswer, label: Label, reading: Reading): RichTextBlock | null {
  const {what, where} = label
  const {links, broken} = readLinks(block, label, reading)
  const style = styles.find((candidate) => candidate === block.style) ?? 'normal'
  const listItem = block.listItem === 'bullet' || block.listItem === 'number' ? block.listItem : null
  const parsed: RichTextBlock = {
    _type: 'block',
    _key: optionalValue(block._key, 'the key of the block') ?? '',
    style,
    ...(listItem === null ? {} : {listItem, level: listLevel(block.level)}),
    children: items(block.children, `${what}, words`, reading, (span, position) =>
      parseSpan(span, position, [...links, ...broken]),
    ),
    markDefs: links,
    heldBack: null,
  }
  if (broken.length === 0) return parsed
  if (!reading.preview)
    for (const {reason} of broken) reading.report(`a sentence of ${where}, is held back: ${reason}`)
  return withoutBrokenLinks(parsed, broken, reading.preview)
}

type Links = {links: RichTextLink[]; broken: RichTextHeldBack[]}

/** Links by where they lead, and those that lead nowhere. */
function readLinks(block: BlockAnswer, {what, place}: Label, reading: Reading): Links {
  const found: Links = {links: [], broken: []}
  items(block.markDefs, `${what}, links`, reading, (definition) => {
    const _key = requiredValue(definition._key, 'the key of the link')
    const {address, problem} = parseLink(definition, reading)
    if (address !== null) found.links.push({_type: 'link', _key, href: address})
    else if (isMarked(block.children, _key)) {
      const mend = linkField(itemOf(within(place, 'markDefs'), _key), definition)
      found.broken.push({_type: 'heldBack', _key, reason: problem, mend})
    }
    return null
  })
  return found
}

/** Keeps the marks that something shows or stands for: emphasis, and links. */
function parseSpan(span: SpanAnswer, position: number, links: {_key: string}[]): RichTextSpan | null {
  const marks = Array.isArray(span.marks) ? span.marks : []
  const known = ['strong', 'em', ...links.map(({_key}) => _key)]
  const text = typeof span.text === 'string' ? span.text : optionalWords(span.text, 'its text')
  if (text === null) return null
  return {
    _type: 'span',
    _key: optionalValue(span._key, 'the key of the words') ?? String(position),
    text,
    marks: known.filter((mark) => marks.includes(mark)),
  }
}
