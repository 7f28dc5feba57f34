import {choice, type Fields, items, optionalValue, orLeftOut, type Reading} from '#sanity/lib/parse.ts'
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
}`

type SectionParser = (section: Fields, frame: SectionFrame, reading: Reading) => Section | null

const parsers: {[type in Section['type']]: SectionParser} = {
  richTextSection: parseRichTextSection,
  testimonialsSection: parseTestimonialsSection,
  benefitClaimsSection: parseBenefitClaimsSection,
  schoolsSection: parseSchoolsSection,
  callToActionSection: parseCallToActionSection,
  resourceLinkSection: parseResourceLinkSection,
  questionsSection: parseQuestionsSection,
  pictureSection: parsePictureSection,
  contactSection: parseContactSection,
}

const sectionTypes: readonly Section['type'][] = [
  'richTextSection',
  'testimonialsSection',
  'benefitClaimsSection',
  'schoolsSection',
  'callToActionSection',
  'resourceLinkSection',
  'questionsSection',
  'pictureSection',
  'contactSection',
]

/** Reads a page's sections. An unknown or malformed one is reported and left out; the rest stands. */
export function parseSections(value: unknown, page: string, reading: Reading): Section[] {
  return items(value, `${page}, sections`, reading, (section, position) => {
    const type = choice(section._type, sectionTypes)
    if (type === null) {
      reading.report(
        `${page}, section ${position + 1}, was left out: nothing shows a “${String(section._type)}”`,
      )
      return null
    }
    const key = optionalValue(section._key, 'its key') ?? String(position)
    const label = `${page}, ${type} ${key}`
    const frame: SectionFrame = {key, label, heading: null, heldBack: null}
    return orLeftOut(label, reading, () => parsers[type](section, frame, reading))
  })
}
