import {stegaClean} from '@sanity/client/stega'
import {HeldBack} from '#components/held-back/index.tsx'
import type {Testimonial as TestimonialContent} from '#sanity/lib/content/testimonial.ts'
import styles from './testimonial.module.css'

type Properties = {
  testimonial: TestimonialContent
  /** Whether to name the school; left out on the school's own page. */
  showSchool?: boolean
}

/** A quotation as it was given: its own quote marks stay, and none are added. */
export function Testimonial({testimonial, showSchool = true}: Properties) {
  const {quotation, attribution, school, heldBack, mend} = testimonial
  return (
    <HeldBack reason={heldBack} mend={mend}>
      <figure className={styles.testimonial}>
        <blockquote className={styles.quotation}>
          <p>{quotation}</p>
        </blockquote>
        <figcaption className={styles.attribution}>
          <bdi className={styles.who}>{attribution.text}</bdi>
          {showSchool && school !== null && (
            <>
              {', '}
              <a href={school.address}>
                <bdi>{school.name}</bdi>
              </a>
            </>
          )}
          {showSchool && school !== null && school.talkAddress !== null && (
            <a
              className={styles.talk}
              href={school.talkAddress}
              aria-label={`Talk to this school: ${stegaClean(school.name)}`}
            >
              Talk to this school
            </a>
          )}
        </figcaption>
      </figure>
    </HeldBack>
  )
}
