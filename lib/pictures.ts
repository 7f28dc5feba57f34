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
 * whoever publishes it must be able to say when the parents or carers agreed (UK GDPR, Article 7(1)). Who agrees
 * tomorrow has not agreed.
 * @param today - `YYYY-MM-DD`
 */
export function consentProblem(picture: PictureFacts | undefined, today: string): string | null {
  if (!picture?.showsPupils) return null
  if (!picture.consentDate) return 'A picture of pupils needs the date of the consent.'
  return picture.consentDate > today
    ? 'The date of the consent is in the future: give the day on which the parents or carers agreed.'
    : null
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

/** Something wrong with a picture: its field, and what to do. */
export type PictureProblem = {field: 'alt' | 'caption' | 'consentDate' | 'showsPupils'; message: string}

/**
 * All that keeps a picture from being shown, at the field where it is mended; empty when nothing does.
 * @param today - `YYYY-MM-DD`
 */
export function pictureProblems(picture: PictureFacts, today: string): PictureProblem[] {
  const problems: [PictureProblem['field'], string | null][] = [
    ['alt', altTextProblem(picture)],
    ['consentDate', consentProblem(picture, today)],
    ['alt', namedPupilProblem(picture, picture.decorative ? undefined : picture.alt)],
    ['caption', namedPupilProblem(picture, picture.caption)],
    ['showsPupils', namedFileProblem(picture)],
  ]
  return problems.flatMap(([field, message]) => (message === null ? [] : [{field, message}]))
}

/** What keeps a picture from being shown, or null: the first of {@link pictureProblems}. */
export function pictureProblem(picture: PictureFacts, today: string): string | null {
  return pictureProblems(picture, today)[0]?.message ?? null
}
