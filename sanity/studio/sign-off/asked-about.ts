type Version = {readonly [field: string]: unknown} | null | undefined

/**
 * Whether a school is asked about a document: about a page where its switch is on, in the draft or in what is published,
 * so that nobody publishes without an agreement by switching it off.
 */
export function isAskedAbout({
  type,
  draft,
  published,
}: {
  type: string
  draft: Version
  published: Version
}): boolean {
  return type !== 'page' || draft?.needsSignOff === true || published?.needsSignOff === true
}
