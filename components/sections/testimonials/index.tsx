import {Testimonial} from '#components/testimonial/index.tsx'
import {Section} from '../section.tsx'
import type {TestimonialsSectionContent} from './projection.ts'
import styles from './testimonials.module.css'

/** What people say, on a band of its own: one after another, nothing that moves. */
export function TestimonialsSection({section}: {section: TestimonialsSectionContent}) {
  return (
    <Section frame={section} introduction={section.introduction} band>
      <div className={styles.testimonials}>
        {section.testimonials.map((testimonial) => (
          <Testimonial key={testimonial.id} testimonial={testimonial} />
        ))}
      </div>
    </Section>
  )
}
