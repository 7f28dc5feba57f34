import type {SectionAnswer} from '#sanity/lib/content/answers.ts'
import {type Picture, parsePicture, pictureProjection} from '#sanity/lib/content/picture.ts'
import {within} from '#sanity/lib/origin.ts'
import {MalformedContentError, type Reading} from '#sanity/lib/parse.ts'
import type {SectionFrame} from '../section-frame.ts'

export const pictureSectionProjection = `"picture": picture${pictureProjection}` as const

export type PictureSectionContent = SectionFrame & {type: 'pictureSection'; picture: Picture}

/** Null without a picture that may be shown. */
export function parsePictureSection(
  section: SectionAnswer<'pictureSection'>,
  frame: SectionFrame,
  reading: Reading,
): PictureSectionContent | null {
  const origin = within(frame.origin, 'picture')
  const picture = parsePicture(section.picture, frame.label, reading, origin)
  if (picture !== null)
    return {...frame, heldBack: picture.heldBack, mend: origin, type: 'pictureSection', picture}
  if (reading.preview) throw new MalformedContentError('no picture is chosen, or its file is damaged')
  return null
}
