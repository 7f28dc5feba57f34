import {pupilNameIn, pupilNameInFile} from './pupil-names.ts'

/** A picture's words and consent as far as the rules read them. */
export type PictureFacts = {
  asset?: unknown
  alt?: string | undefined
  decorative?: boolean | undefined
  caption?: string | undefined
  showsPupils?: boolean | undefined
  consentDate?: string | undefined
  /** What the file was called when it was uploaded. */
  fileName?: string | undefined
}

/**
 * What is wrong with the words for those who cannot see a picture, or null. Text alternatives are asked for by WCAG 2.2,
 * success criterion 1.1.1.
 */
export function altTextProblem(picture: PictureFacts | undefined): string | null {
  if (!picture?.asset || picture.decorative) return null
  if (!picture.alt?.trim()) return 'Say what the picture shows, or mark it as decoration.'
  return null
}

/**
 * What is wrong with the consent for a picture of pupils, or null. A recognisable picture is personal data of a child:
 * whoever publishes it must be able to say when the parents or carers agreed (UK GDPR, Article 7(1)).
 */
export function consentProblem(picture: PictureFacts | undefined): string | null {
  if (!picture?.showsPupils || picture.consentDate) return null
  return 'A picture of pupils needs the date of the consent.'
}

/**
 * What is wrong with words that stand with a picture, or null: a child’s name and a child’s picture never stand together,
 * because a stranger who has both can find and address the child (so the NSPCC’s guidance on photographing children).
 * @param words - the alternative text or the caption
 */
export function namedPupilProblem(
  picture: PictureFacts | undefined,
  words: string | undefined,
): string | null {
  const name = picture?.showsPupils ? pupilNameIn(words) : null
  if (name === null) return null
  return `“${name}” looks like a child’s name, which never stands with a picture of pupils: leave it out. The title of a play or a book passes in quotation marks.`
}

/** As {@link namedPupilProblem}, for what the file was called: names of files are read by whoever saves the picture. */
export function namedFileProblem(picture: PictureFacts | undefined): string | null {
  const name = picture?.showsPupils ? pupilNameInFile(picture.fileName) : null
  if (name === null) return null
  return `The file is called “${picture?.fileName}”, and “${name}” looks like a child’s name: rename the file and upload it again.`
}

/** What keeps a picture from being shown, or null. */
export function pictureProblem(picture: PictureFacts): string | null {
  return (
    altTextProblem(picture) ??
    consentProblem(picture) ??
    namedPupilProblem(picture, picture.decorative ? undefined : picture.alt) ??
    namedPupilProblem(picture, picture.caption) ??
    namedFileProblem(picture)
  )
}
