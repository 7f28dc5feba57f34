const draftPrefix = 'drafts.'
const versionPattern = /^versions\.([^.]+)\.(.+)$/

/**
 * A published document and its versions form a group: `<id>`, `drafts.<id>` and, in a release,
 * `versions.<release>.<id>`.
 *
 * @returns the id of the published document of the group that an id belongs to.
 */
export function publishedIdOf(id: string): string {
  if (id.startsWith(draftPrefix)) return id.slice(draftPrefix.length)
  return versionPattern.exec(id)?.[2] ?? id
}

export function draftIdOf(publishedId: string): string {
  return draftPrefix + publishedId
}

export function isPublishedId(id: string): boolean {
  return publishedIdOf(id) === id
}

export function isDraftId(id: string): boolean {
  return id.startsWith(draftPrefix)
}

/** The release of a version; undefined for drafts and published documents. */
export function releaseOf(id: string): string | undefined {
  return versionPattern.exec(id)?.[1]
}

/** Before the ids of the documents that releases are themselves. */
export const releasePrefix = '_.releases.'
