import type {Picture as PictureContent} from '#sanity/lib/content/picture.ts'
import {pictureAddresses} from '#sanity/lib/image.ts'
import {editable} from '#sanity/lib/origin.ts'
import styles from './picture.module.css'

type Properties = {
  picture: PictureContent
  /** How wide it is shown, in the words of the `sizes` attribute. */
  sizes: string
  /** Width divided by height to cut it to, round its hotspot. */
  shape?: number
  /** Whether it is seen without scrolling. */
  first?: boolean
}

/**
 * A picture in several widths, with its place kept and its colours shown until it has arrived. The colours are a picture
 * of their own behind it: under the site's policy no style stands in the page.
 */
export function Picture({picture, sizes, shape, first = false}: Properties) {
  const {src, srcSet, width, height} = pictureAddresses(picture, shape ?? null)
  return (
    <span className={styles.frame}>
      {picture.lqip !== null && (
        // biome-ignore lint/performance/noImgElement: some hundred bytes that stand in the page.
        <img className={styles.colours} src={picture.lqip} width={width} height={height} alt="" />
      )}
      {/* biome-ignore lint/performance/noImgElement: Content Lake makes the sizes, and next/image costs script. */}
      <img
        className={styles.picture}
        src={src}
        srcSet={srcSet}
        sizes={sizes}
        width={width}
        height={height}
        alt={picture.alt}
        loading={first ? 'eager' : 'lazy'}
        {...(first ? {fetchPriority: 'high'} : {})}
        decoding="async"
        {...editable(picture.origin)}
      />
    </span>
  )
}
