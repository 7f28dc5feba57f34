import type {SectionAnswer} from '#sanity/lib/content/answers.ts'
import {
  type ContactDetails,
  contactDetailsProjection,
  parseContactDetails,
} from '#sanity/lib/content/contact-details.ts'
import {type RichText, richTextProjection} from '#sanity/lib/content/rich-text.ts'
import {MalformedContentError, optionalWords, type Reading} from '#sanity/lib/parse.ts'
import {parseIntroduction} from '../introduction.ts'
import type {SectionFrame} from '../section-frame.ts'

export const contactSectionProjection = `
  heading,
  "introduction": introduction${richTextProjection},
  "settings": *[_type == "siteSettings" && _id == "siteSettings"][0]${contactDetailsProjection}` as const

export type ContactSectionContent = SectionFrame & {
  type: 'contactSection'
  introduction: RichText
  details: ContactDetails
}

export function parseContactSection(
  section: SectionAnswer<'contactSection'>,
  frame: SectionFrame,
  reading: Reading,
): ContactSectionContent | null {
  const details = parseContactDetails(section.settings, reading)
  if (details === null) throw new MalformedContentError('the settings are not published yet')
  return {
    ...frame,
    heading: optionalWords(section.heading, 'the heading'),
    type: 'contactSection',
    introduction: parseIntroduction(section, frame, reading),
    details,
  }
}
