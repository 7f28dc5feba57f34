/** How Sanity spells the versions of one document: `x`, `drafts.x`, `versions.<release>.x`. */

const DRAFT = /^drafts\./
const VERSION = /^versions\.([^.]+)\./

/** The id under which visitors know the document, whichever version is given. */
export function publishedIdOf(id: string): string {
  return id.replace(DRAFT, '').replace(VERSION, '')
}

export function isPublishedId(id: string): boolean {
  return !DRAFT.test(id) && !VERSION.test(id)
}

/** The id that the document has in one layer of a perspective: `published`, `drafts` or a release. */
export function idInLayer(publishedId: string, layer: string): string {
  if (layer === 'published') return publishedId
  return layer === 'drafts' ? `drafts.${publishedId}` : `versions.${layer}.${publishedId}`
}
