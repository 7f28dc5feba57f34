/** A picture's words and consent as far as the rules read them. */
export type PictureFacts = {
  asset?: unknown
  alt?: string | undefined
  decorative?: boolean | undefined
  showsPupils?: boolean | undefined
  consentDate?: string | undefined
}

/** What is wrong with the words for those who cannot see a picture, or null. */
export function altTextProblem(picture: PictureFacts | undefined): string | null {
  if (!picture?.asset || picture.decorative) return null
  if (!picture.alt?.trim()) return 'Say what the picture shows, or mark it as decoration.'
  return null
}

/** What is wrong with the consent for a picture of pupils, or null. */
export function consentProblem(picture: PictureFacts | undefined): string | null {
  if (!picture?.showsPupils || picture.consentDate) return null
  return 'A picture of pupils needs the date of the consent.'
}
