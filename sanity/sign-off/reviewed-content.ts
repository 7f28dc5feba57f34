import type {SignOffGate} from '#lib/sign-off/gate.ts'
import type {Subject} from '#lib/sign-off/subjects.ts'
import {type Page, parsePage} from '../lib/content/page.ts'
import {parseRichText, type RichText} from '../lib/content/rich-text.ts'
import {parseTestimonial, type Testimonial} from '../lib/content/testimonial.ts'
import type {Reading} from '../lib/parse.ts'

/** What is asked about, ready to be shown. */
export type ReviewedContent =
  | {type: 'testimonial'; testimonial: Testimonial}
  | {type: 'school'; ownWords: RichText}
  | {type: 'page'; page: Page}

/**
 * Reads a snapshot for showing. What keeps visitors from it (a permission that is missing, no agreement yet) does not
 * keep the reviewer from it.
 * @param answer - as the projection of the type answers it
 * @param report - takes what is left out of a page, one sentence each
 * @throws MalformedContentError when it cannot be shown
 */
export function readReviewed(
  {type}: Subject,
  answer: {[name: string]: unknown},
  gate: SignOffGate,
  report: (leftOut: string) => void = () => {},
): ReviewedContent {
  // Of a page what visitors would not see stays out; the words themselves are what is asked about.
  const preview = type !== 'page'
  const reading: Reading = {
    preview,
    readOn: new Date().toISOString().slice(0, 10),
    // Words of another school that it has not agreed to are no matter of this one.
    gate: type === 'page' ? gate : () => null,
    report,
  }
  if (type === 'school')
    return {type, ownWords: parseRichText(asRichText(answer.ownWords), 'own words', reading)}
  if (type === 'page') return {type, page: parsePage(answer, reading)}
  const testimonial = parseTestimonial(answer, reading)
  if (testimonial === null) throw new Error('A preview holds nothing back.')
  return {type, testimonial: {...testimonial, heldBack: null, mend: undefined}}
}

function asRichText(value: unknown): Parameters<typeof parseRichText>[0] {
  return Array.isArray(value) ? value : null
}
