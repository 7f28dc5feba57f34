import type {ValidationContext} from 'sanity'
import {headingProblem, headingStyles} from '#lib/headings.ts'

/** The style of a heading; undefined for any other block. */
function styleOf(block: {style?: unknown} | undefined) {
  return headingStyles.find(({value}) => value === block?.style)?.value
}

/** Asks the rule about a heading, beside the heading before it in the same text. */
export function checkHeading(
  block: {style?: unknown; _key?: string} | undefined,
  {parent}: ValidationContext,
) {
  const style = styleOf(block)
  const blocks: {style?: unknown; _key?: string}[] = Array.isArray(parent) ? parent : []
  const before = blocks.slice(
    0,
    blocks.findIndex(({_key}) => _key === block?._key),
  )
  return (
    (style &&
      headingProblem(
        style,
        before.map(styleOf).findLast((one) => one !== undefined),
      )) ??
    true
  )
}
