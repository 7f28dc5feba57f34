import {stegaClean} from '@sanity/client/stega'
import {type Range, sentencesWith} from '#lib/sentences.ts'
import type {RichTextBlock, RichTextHeldBack, RichTextSpan} from './rich-text.ts'

/**
 * A block as it is seen whose links lead nowhere in part: without the sentences of those links, or with them marked.
 * @param broken - the links that lead nowhere, by the key that their words are marked with
 * @param preview - whether what visitors do not see is shown, with the reason
 * @returns null when visitors see nothing of it
 */
export function withoutBrokenLinks(
  block: RichTextBlock,
  broken: readonly RichTextHeldBack[],
  preview: boolean,
): RichTextBlock | null {
  const spans = placed(block.children)
  const text = block.children.map((span) => span.text).join('')
  const isBroken = (mark: string) => broken.some(({_key}) => _key === mark)
  const parts = spans.filter(({span}) => span.marks.some(isBroken))
  const heldBack = sentencesWith(text, parts)
  const isHeldBack = ({start}: Range) => heldBack.some((range) => start >= range.start && start < range.end)
  const pieces = spans.flatMap((span) =>
    cutAt(
      span,
      heldBack.flatMap(({start, end}) => [start, end]),
    ),
  )
  const shown = pieces.filter((piece) => !isHeldBack(piece))

  const withoutMarks = (span: RichTextSpan) => ({
    ...span,
    marks: span.marks.filter((mark) => !isBroken(mark)),
  })
  if (isBlank(shown)) {
    const children = block.children.map(withoutMarks)
    return preview ? {...block, children, heldBack: broken[0]?.reason ?? null, mend: broken[0]?.mend} : null
  }
  if (!preview) return {...block, children: tidied(shown.map(({span}) => withoutMarks(span)))}
  const [first] = broken
  const children = pieces.map((piece) => {
    const span = withoutMarks(piece.span)
    return isHeldBack(piece) && first !== undefined ? {...span, marks: [first._key, ...span.marks]} : span
  })
  return {...block, children, markDefs: [...block.markDefs, ...(first === undefined ? [] : [first])]}
}

type PlacedSpan = Range & {span: RichTextSpan}

function placed(spans: readonly RichTextSpan[]): PlacedSpan[] {
  let start = 0
  return spans.map((span) => {
    const place = {start, end: start + span.text.length}
    start = place.end
    return {...place, span}
  })
}

/** The pieces of a span between these places of the text. */
function cutAt({start, end, span}: PlacedSpan, places: readonly number[]): PlacedSpan[] {
  const cuts = [start, ...places.filter((place) => place > start && place < end), end]
  return cuts.slice(1).map((to, position) => {
    const from = cuts[position] ?? start
    const _key = position === 0 ? span._key : `${span._key}-${position}`
    return {start: from, end: to, span: {...span, _key, text: span.text.slice(from - start, to - start)}}
  })
}

function isBlank(pieces: readonly PlacedSpan[]): boolean {
  return stegaClean(pieces.map(({span}) => span.text).join('')).trim() === ''
}

/** Without the space that a sentence has left at either end of the block. */
function tidied(spans: readonly RichTextSpan[]): RichTextSpan[] {
  const last = spans.length - 1
  return spans
    .map((span, position) => (position === 0 ? {...span, text: span.text.trimStart()} : span))
    .map((span, position) => (position === last ? {...span, text: span.text.trimEnd()} : span))
}
