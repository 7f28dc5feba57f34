import type {AnySectionAnswer, PageAnswer} from '#sanity/lib/content/answers.ts'
import {items, MalformedContentError, optionalValue, type Reading} from '#sanity/lib/parse.ts'
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
  | LeftOutSection

/** Stands in preview where a section is that cannot be shown; its frame says why. */
export type LeftOutSection = SectionFrame & {type: 'leftOut'}

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
 * Reads a page's sections. An unknown or malformed one is reported and left out, and in preview says so where it
 * stands; the rest stands.
 */
export function parseSections(value: PageAnswer['sections'], page: string, reading: Reading): Section[] {
  return items(value, `${page}, sections`, reading, (section, position) => {
    const key = optionalValue(section._key, 'its key') ?? String(position)
    const label = `${page}, ${section._type} ${key}`
    const frame = {key, label, heading: null, heldBack: null}
    try {
      return parseSection(section, frame, reading)
    } catch (error) {
      if (!(error instanceof MalformedContentError)) throw error
      reading.report(`${label}, was left out: ${error.message}`)
      const heldBack = `This section cannot be shown: ${error.message}. Mend it in the Studio, or ask whoever looks after this website.`
      return reading.preview ? {...frame, type: 'leftOut', heldBack} : null
    }
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
