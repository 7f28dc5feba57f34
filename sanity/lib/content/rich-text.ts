import {itemOf, type Origin, within} from '../origin.ts'
import {
  isFields,
  items,
  optionalNumber,
  optionalValue,
  optionalWords,
  type Reading,
  requiredValue,
} from '../parse.ts'
import type {BlockAnswer, RichTextAnswer, SpanAnswer} from './answers.ts'
import {linkField, linkProjection, parseLink} from './link.ts'

/** A rich text's blocks, links resolved. */
export const richTextProjection = `[]{..., markDefs[]${linkProjection}}` as const

export type RichTextSpan = {_type: 'span'; _key: string; text: string; marks: string[]}
export type RichTextLink = {_type: 'link'; _key: string; href: string}
export type RichTextStyle = 'normal' | 'h2' | 'h3' | 'h4'

export type RichTextBlock = {
  _type: 'block'
  _key: string
  style: RichTextStyle
  listItem?: 'bullet' | 'number'
  level?: number
  children: RichTextSpan[]
  markDefs: RichTextLink[]
  /** Why visitors do not see this block; seen in preview only. */
  heldBack: string | null
  /** Where that can be mended. */
  mend?: Origin | undefined
}

export type RichText = RichTextBlock[]

const styles: readonly RichTextStyle[] = ['normal', 'h2', 'h3', 'h4']

/**
 * Reads a rich text. A block whose link leads nowhere is held back whole: the sentence that announces a link
 * makes no sense without it.
 */
export function parseRichText(
  value: RichTextAnswer,
  what: string,
  reading: Reading,
  origin?: Origin,
): RichText {
  return items(value, what, reading, (block, position) => {
    const place = itemOf(origin, optionalValue(block._key, 'the key of the block'))
    if (block._type !== 'block') {
      const problem = `nothing shows a “${String(block._type)}”`
      reading.report(`${what}, item ${position + 1}, was left out: ${problem}`)
      return reading.preview ? unknownBlock(String(position), problem, place) : null
    }
    const parsed = parseBlock(block, what, reading, place)
    return parsed.heldBack !== null && !reading.preview ? null : parsed
  })
}

/** What a preview has in the place of something that no text holds. */
function unknownBlock(key: string, problem: string, mend: Origin | undefined): RichTextBlock {
  const heldBack = `This part of the text cannot be shown: ${problem}.`
  return {_type: 'block', _key: key, style: 'normal', children: [], markDefs: [], heldBack, mend}
}

function parseBlock(
  block: BlockAnswer,
  what: string,
  reading: Reading,
  origin: Origin | undefined,
): RichTextBlock {
  const markDefs: RichTextLink[] = []
  let heldBack: string | null = null
  let mend: Origin | undefined
  items(block.markDefs, `${what}, links`, reading, (definition) => {
    const key = requiredValue(definition._key, 'the key of the link')
    const {address, problem} = parseLink(definition, reading)
    if (address !== null) markDefs.push({_type: 'link', _key: key, href: address})
    else if (isMarked(block, key)) {
      heldBack = problem
      mend = linkField(itemOf(within(origin, 'markDefs'), key), definition)
    }
    return null
  })
  const style = styles.find((candidate) => candidate === block.style) ?? 'normal'
  const level = optionalNumber(block.level)
  const listItem = block.listItem === 'bullet' || block.listItem === 'number' ? block.listItem : null
  return {
    _type: 'block',
    _key: optionalValue(block._key, 'the key of the block') ?? '',
    style,
    ...(listItem === null ? {} : {listItem, level: level ?? 1}),
    children: items(block.children, `${what}, words`, reading, (span, position) =>
      parseSpan(span, position, markDefs),
    ),
    markDefs,
    heldBack,
    mend,
  }
}

/** A definition that no word uses any more is a leftover of editing, not a link. */
function isMarked(block: BlockAnswer, key: string): boolean {
  if (!Array.isArray(block.children)) return false
  return block.children.some(
    (span) => isFields(span) && Array.isArray(span.marks) && span.marks.includes(key),
  )
}

/** Keeps the marks that something shows: emphasis, and links that lead somewhere. */
function parseSpan(span: SpanAnswer, position: number, links: RichTextLink[]): RichTextSpan | null {
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
