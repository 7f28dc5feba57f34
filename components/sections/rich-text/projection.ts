import type {SectionAnswer} from '#sanity/lib/content/answers.ts'
import {parseRichText, type RichText, richTextProjection} from '#sanity/lib/content/rich-text.ts'
import {within} from '#sanity/lib/origin.ts'
import {optionalWords, type Reading} from '#sanity/lib/parse.ts'
import type {SectionFrame} from '../section-frame.ts'

export const richTextSectionProjection = `heading, "body": body${richTextProjection}` as const

export type RichTextSectionContent = SectionFrame & {type: 'richTextSection'; body: RichText}

export function parseRichTextSection(
  section: SectionAnswer<'richTextSection'>,
  frame: SectionFrame,
  reading: Reading,
): RichTextSectionContent | null {
  const body = parseRichText(section.body, `${frame.label}, body`, reading, within(frame.origin, 'body'))
  const heading = optionalWords(section.heading, 'the heading')
  const isEmpty = body.length === 0 && heading === null
  if (isEmpty && !reading.preview) return null
  return {
    ...frame,
    heading,
    heldBack: isEmpty ? 'This section has no words yet.' : null,
    mend: within(frame.origin, 'body'),
    type: 'richTextSection',
    body,
  }
}
