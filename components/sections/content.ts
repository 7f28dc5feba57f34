import type {AnySectionAnswer, PageAnswer} from '#sanity/lib/content/answers.ts'
import {itemOf, type Origin} from '#sanity/lib/origin.ts'
import {items, MalformedContentError, optionalValue, orLeftOut, type Reading} from '#sanity/lib/parse.ts'
import {
  type BenefitClaimsSectionContent,
  benefitClaimsSectionProjection,
  parseBenefitClaimsSection,
} from './benefit-claims/projection.ts'
import {
  type CallToActionSectionContent,
  callToActionSectionProjection,
  parseCallToActionSection,
} from './call-to-action/projection.ts'
import {
  type ContactSectionContent,
  contactSectionProjection,
  parseContactSection,
} from './contact/projection.ts'
import {
  type PictureSectionContent,
  parsePictureSection,
  pictureSectionProjection,
} from './picture/projection.ts'
import {
  parseQuestionsSection,
  type QuestionsSectionContent,
  questionsSectionProjection,
} from './questions/projection.ts'
import {
  parseResourceLinkSection,
  type ResourceLinkSectionContent,
  resourceLinkSectionProjection,
} from './resource-link/projection.ts'
import {
  parseRichTextSection,
  type RichTextSectionContent,
  richTextSectionProjection,
} from './rich-text/projection.ts'
import {
  parseSchoolsSection,
  type SchoolsSectionContent,
  schoolsSectionProjection,
} from './schools/projection.ts'
import type {SectionFrame} from './section-frame.ts'
import {
  parseTestimonialsSection,
  type TestimonialsSectionContent,
  testimonialsSectionProjection,
} from './testimonials/projection.ts'

/** What a preview has in the place of a section that cannot be shown. */
export type LeftOutSectionContent = SectionFrame & {type: 'leftOutSection'}

export type Section =
  | RichTextSectionContent
  | TestimonialsSectionContent
  | BenefitClaimsSectionContent
  | SchoolsSectionContent
  | CallToActionSectionContent
  | ResourceLinkSectionContent
  | QuestionsSectionContent
  | PictureSectionContent
  | ContactSectionContent
  | LeftOutSectionContent

/** Fetches every section of a page, each with what it shows. */
export const sectionsProjection = `[]{
  _key, _type,
  _type == "richTextSection" => {${richTextSectionProjection}},
  _type == "testimonialsSection" => {${testimonialsSectionProjection}},
  _type == "benefitClaimsSection" => {${benefitClaimsSectionProjection}},
  _type == "schoolsSection" => {${schoolsSectionProjection}},
  _type == "callToActionSection" => {${callToActionSectionProjection}},
  _type == "resourceLinkSection" => {${resourceLinkSectionProjection}},
  _type == "questionsSection" => {${questionsSectionProjection}},
  _type == "pictureSection" => {${pictureSectionProjection}},
  _type == "contactSection" => {${contactSectionProjection}}
}` as const

/**
 * Reads a page's sections. An unknown or malformed one is reported and left out, and in a preview says so where it
 * stands; the rest stands.
 * @param origin - of the list of sections; undefined for visitors
 */
export function parseSections(
  value: PageAnswer['sections'],
  page: string,
  reading: Reading,
  origin?: Origin,
): Section[] {
  return items(value, `${page}, sections`, reading, (section, position) => {
    const key = optionalValue(section._key, 'its key')
    const label = `${page}, ${section._type} ${key ?? position}`
    const frame: SectionFrame = {
      key: key ?? String(position),
      label,
      heading: null,
      heldBack: null,
      origin: itemOf(origin, key),
    }
    return orLeftOut(
      label,
      reading,
      () => parseSection(section, frame, reading),
      (problem) => ({
        ...frame,
        type: 'leftOutSection',
        heldBack: `This section cannot be shown: ${problem}.`,
        mend: frame.origin,
      }),
    )
  })
}

function parseSection(section: AnySectionAnswer, frame: SectionFrame, reading: Reading): Section | null {
  switch (section._type) {
    case 'richTextSection':
      return parseRichTextSection(section, frame, reading)
    case 'testimonialsSection':
      return parseTestimonialsSection(section, frame, reading)
    case 'benefitClaimsSection':
      return parseBenefitClaimsSection(section, frame, reading)
    case 'schoolsSection':
      return parseSchoolsSection(section, frame, reading)
    case 'callToActionSection':
      return parseCallToActionSection(section, frame, reading)
    case 'resourceLinkSection':
      return parseResourceLinkSection(section, frame, reading)
    case 'questionsSection':
      return parseQuestionsSection(section, frame, reading)
    case 'pictureSection':
      return parsePictureSection(section, frame, reading)
    case 'contactSection':
      return parseContactSection(section, frame, reading)
    default:
      // The compiler sees to it that each type of the schema has its case.
      throw new MalformedContentError(`nothing shows a “${section._type satisfies undefined}”`)
  }
}
