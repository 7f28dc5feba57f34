import {type Picture, parsePicture, pictureProjection} from '#sanity/lib/content/picture.ts'
import type {Fields, Reading} from '#sanity/lib/parse.ts'
import type {SectionFrame} from '../section-frame.ts'

export const pictureSectionProjection = `"picture": picture${pictureProjection}`

export type PictureSectionContent = SectionFrame & {type: 'pictureSection'; picture: Picture}

/** Null without a picture that may be shown. */
export function parsePictureSection(
  section: Fields,
  frame: SectionFrame,
  reading: Reading,
): PictureSectionContent | null {
  const picture = parsePicture(section.picture, frame.label, reading)
  return picture === null ? null : {...frame, heldBack: picture.heldBack, type: 'pictureSection', picture}
}
