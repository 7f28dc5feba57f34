import {HeldBack} from '#components/held-back/index.tsx'
import {Picture} from '#components/picture/index.tsx'
import styles from './picture.module.css'
import type {PictureSectionContent} from './projection.ts'

export function PictureSection({section}: {section: PictureSectionContent}) {
  const {picture, heldBack} = section
  return (
    <HeldBack reason={heldBack}>
      <figure className={styles.picture}>
        <Picture picture={picture} sizes="(min-width: 60rem) 52rem, 100vw" />
        {picture.caption !== null && <figcaption className={styles.caption}>{picture.caption}</figcaption>}
      </figure>
    </HeldBack>
  )
}
