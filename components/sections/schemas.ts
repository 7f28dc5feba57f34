import {benefitClaimsSection} from './benefit-claims/schema.ts'
import {callToActionSection} from './call-to-action/schema.ts'
import {contactSection} from './contact/schema.ts'
import {pictureSection} from './picture/schema.ts'
import {questionsSection} from './questions/schema.ts'
import {resourceLinkSection} from './resource-link/schema.ts'
import {richTextSection} from './rich-text/schema.ts'
import {schoolsSection} from './schools/schema.ts'
import {testimonialsSection} from './testimonials/schema.ts'

/** The sections of a page, in the order in which the Studio offers them. */
export const sectionSchemas = [
  richTextSection,
  testimonialsSection,
  benefitClaimsSection,
  schoolsSection,
  callToActionSection,
  resourceLinkSection,
  questionsSection,
  pictureSection,
  contactSection,
]
