import type {SectionAnswer} from '#sanity/lib/content/answers.ts'
import {type Picture, parsePicture, pictureProjection} from '#sanity/lib/content/picture.ts'
import type {Reading} from '#sanity/lib/parse.ts'
import type {SectionFrame} from '../section-frame.ts'

export const pictureSectionProjection = `"picture": picture${pictureProjection}` as const

export type PictureSectionContent = SectionFrame & {type: 'pictureSection'; picture: Picture}

/** Null without a picture that may be shown. */
export function parsePictureSection(
  section: SectionAnswer<'pictureSection'>,
  frame: SectionFrame,
  reading: Reading,
): PictureSectionContent | null {
  const picture = parsePicture(section.picture, frame.label, reading)
  return picture === null ? null : {...frame, heldBack: picture.heldBack, type: 'pictureSection', picture}
}
