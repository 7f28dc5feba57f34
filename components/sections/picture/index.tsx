import {Picture} from '#components/picture/index.tsx'
import {Section} from '../section.tsx'
import styles from './picture.module.css'
import type {PictureSectionContent} from './projection.ts'

type Properties = {
  section: PictureSectionContent
  /** Whether it may be seen without scrolling. */
  first?: boolean
  /** Whether it opens the page, beside its title and to the edge of the window. */
  opens?: boolean
}

export function PictureSection({section, first = false, opens = false}: Properties) {
  const {picture} = section
  return (
    <Section frame={section} wide>
      <figure className={opens ? styles.opening : styles.figure}>
        <Picture
          picture={picture}
          sizes={opens ? '(min-width: 64rem) 58vw, 100vw' : '(min-width: 64rem) 54rem, 92vw'}
          first={first || opens}
        />
        {picture.caption !== null && <figcaption className={styles.caption}>{picture.caption}</figcaption>}
      </figure>
    </Section>
  )
}
