import {Picture} from '#components/picture/index.tsx'
import {Section} from '../section.tsx'
import styles from './picture.module.css'
import type {PictureSectionContent} from './projection.ts'

type Properties = {
  section: PictureSectionContent
  /** Whether it may be seen without scrolling. */
  first?: boolean
}

export function PictureSection({section, first = false}: Properties) {
  const {picture} = section
  return (
    <Section frame={section} wide>
      <figure className={styles.figure}>
        <Picture picture={picture} sizes="(min-width: 64rem) 54rem, 92vw" first={first} />
        {picture.caption !== null && <figcaption className={styles.caption}>{picture.caption}</figcaption>}
      </figure>
    </Section>
  )
}
