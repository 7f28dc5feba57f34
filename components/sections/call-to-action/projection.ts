import type {SectionAnswer} from '#sanity/lib/content/answers.ts'
import {linkField, linkProjection, parseLink} from '#sanity/lib/content/link.ts'
import {within} from '#sanity/lib/origin.ts'
import {optionalWords, type Reading, words} from '#sanity/lib/parse.ts'
import type {SectionFrame} from '../section-frame.ts'

export const callToActionSectionProjection =
  `heading, text, label, "target": target${linkProjection}` as const

export type CallToActionSectionContent = SectionFrame & {
  type: 'callToActionSection'
  text: string | null
  label: string
  /** Null when it is held back. */
  address: string | null
}

/** Null when its link leads nowhere and a visitor is reading. */
export function parseCallToActionSection(
  section: SectionAnswer<'callToActionSection'>,
  frame: SectionFrame,
  reading: Reading,
): CallToActionSectionContent | null {
  const {address, problem} = parseLink(section.target, reading)
  if (problem !== null && !reading.preview) return null
  return {
    ...frame,
    heading: optionalWords(section.heading, 'the heading'),
    heldBack: problem,
    mend: linkField(within(frame.origin, 'target'), section.target),
    type: 'callToActionSection',
    text: optionalWords(section.text, 'the text'),
    label: words(section.label, 'the wording of the link'),
    address,
  }
}
