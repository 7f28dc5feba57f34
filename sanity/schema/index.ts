import {sectionSchemas} from '#components/sections/schemas.ts'
import {benefitClaim} from './documents/benefit-claim.ts'
import {linkCheck} from './documents/link-check.ts'
import {page} from './documents/page.ts'
import {redirect} from './documents/redirect.ts'
import {resource} from './documents/resource.ts'
import {school} from './documents/school.ts'
import {signOffEvent, signOffKeptAnswer, signOffRequest, signOffSnapshot} from './documents/sign-off.ts'
import {siteSettings} from './documents/site-settings.ts'
import {testimonial} from './documents/testimonial.ts'
import {testimonialProof} from './documents/testimonial-proof.ts'
import {accessibilityStatement} from './objects/accessibility-statement.ts'
import {contactRoute} from './objects/contact-route.ts'
import {link} from './objects/link.ts'
import {naturalFrequency} from './objects/natural-frequency.ts'
import {navigationItem} from './objects/navigation-item.ts'
import {picture} from './objects/picture.ts'
import {question} from './objects/question.ts'
import {richText} from './objects/rich-text.ts'
import {seo} from './objects/seo.ts'
import {source} from './objects/source.ts'
import {statistic} from './objects/statistic.ts'

/** Every type of document and object of the project; sections live beside their components. */
export const schemaTypes = [
  page,
  school,
  testimonial,
  testimonialProof,
  benefitClaim,
  resource,
  redirect,
  siteSettings,
  linkCheck,
  signOffEvent,
  signOffRequest,
  signOffKeptAnswer,
  signOffSnapshot,
  ...sectionSchemas,
  accessibilityStatement,
  contactRoute,
  link,
  naturalFrequency,
  navigationItem,
  picture,
  question,
  richText,
  seo,
  source,
  statistic,
]
