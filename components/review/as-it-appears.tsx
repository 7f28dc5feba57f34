import {RichText} from '#components/rich-text/index.tsx'
import {Testimonial} from '#components/testimonial/index.tsx'
import type {ReviewedContent} from '#sanity/sign-off/reviewed-content.ts'
import styles from './review.module.css'

/** What is asked about, as visitors would see it. */
export function AsItAppears({content}: {content: ReviewedContent}) {
  return (
    <div className={styles.appears}>
      {content.type === 'testimonial' ? (
        <Testimonial testimonial={content.testimonial} />
      ) : (
        <div className={styles.words}>
          <RichText value={content.ownWords} />
        </div>
      )}
    </div>
  )
}
