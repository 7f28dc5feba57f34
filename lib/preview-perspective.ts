/** The cookie in which next-sanity keeps what the Studio's preview shows (`perspectiveCookieName` there). */
export const perspectiveCookie = 'sanity-preview-perspective'

/** The published documents, drafts laid over them, or the releases that are named, topmost first. */
export type PreviewPerspective = 'published' | 'drafts' | string[]

/**
 * What a preview shows. Anything that is not understood is a preview of drafts; every version of a document at
 * once (`raw`) is never shown, because a page is made of one.
 */
export function previewPerspective(cookie: string | undefined): PreviewPerspective {
  if (cookie === 'published') return 'published'
  const names = (cookie ?? '').split(',').filter((name) => name !== 'raw' && /^[A-Za-z0-9_-]+$/.test(name))
  return names.some((name) => name !== 'drafts') ? names : 'drafts'
}
