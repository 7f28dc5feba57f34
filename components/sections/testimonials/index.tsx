import {RichText} from '#components/rich-text/index.tsx'
import {Testimonial} from '#components/testimonial/index.tsx'
import {Section} from '../section.tsx'
import type {TestimonialsSectionContent} from './projection.ts'

export function TestimonialsSection({section}: {section: TestimonialsSectionContent}) {
  return (
    <Section frame={section}>
      <RichText value={section.introduction} headingLevel={section.heading === null ? 2 : 3} />
      {section.testimonials.map((testimonial) => (
        <Testimonial key={testimonial.id} testimonial={testimonial} />
      ))}
    </Section>
  )
}
