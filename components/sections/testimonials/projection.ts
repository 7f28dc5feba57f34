import type {SectionAnswer} from '#sanity/lib/content/answers.ts'
import {type RichText, richTextProjection} from '#sanity/lib/content/rich-text.ts'
import {parseTestimonial, type Testimonial, testimonialProjection} from '#sanity/lib/content/testimonial.ts'
import {within} from '#sanity/lib/origin.ts'
import {items, optionalWords, type Reading} from '#sanity/lib/parse.ts'
import {chosenReader} from '../chosen.ts'
import {parseIntroduction} from '../introduction.ts'
import type {SectionFrame} from '../section-frame.ts'

export const testimonialsSectionProjection = `
  heading,
  "introduction": introduction${richTextProjection},
  "testimonials": testimonials[]{_key, _ref, "document": @->${testimonialProjection}}` as const

export type TestimonialsSectionContent = SectionFrame & {
  type: 'testimonialsSection'
  introduction: RichText
  testimonials: Testimonial[]
}

/** Null when no testimonial may be shown: an introduction to nothing is held back with it. */
export function parseTestimonialsSection(
  section: SectionAnswer<'testimonialsSection'>,
  frame: SectionFrame,
  reading: Reading,
): TestimonialsSectionContent | null {
  const origin = within(frame.origin, 'testimonials')
  const list = {what: 'testimonial', label: `${frame.label}, testimonials`, origin}
  const {leftOut, readChosen} = chosenReader(list, reading)
  const testimonials = items(section.testimonials, list.label, reading, ({_key, document}) =>
    readChosen(_key, document, (found) => parseTestimonial(found, reading)),
  )
  if (testimonials.length === 0 && !reading.preview) return null
  return {
    ...frame,
    heading: optionalWords(section.heading, 'the heading'),
    heldBack: testimonials.length === 0 ? 'None of its testimonials can be shown.' : null,
    mend: origin,
    leftOut,
    type: 'testimonialsSection',
    introduction: parseIntroduction(section, frame, reading),
    testimonials,
  }
}
