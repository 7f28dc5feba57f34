import {ButtonLink} from '#components/button/index.tsx'
import {RichText} from '#components/rich-text/index.tsx'
import {Testimonial} from '#components/testimonial/index.tsx'
import type {ReviewedContent} from '#sanity/sign-off/reviewed-content.ts'
import styles from './review.module.css'

/**
 * What is asked about, as visitors would see it; a whole page at an address of its own.
 * @param requestId - of the request that it is asked in
 */
export function AsItAppears({content, requestId}: {content: ReviewedContent; requestId: string}) {
  if (content.type === 'page')
    return (
      <p>
        <ButtonLink href={`/review/${requestId}/page-as-it-appears`} look="full">
          Read the page “{content.page.title}”
        </ButtonLink>
      </p>
    )
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
