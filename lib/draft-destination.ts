/** Where the Studio asks a preview to open; `validatePreviewUrl` of `@sanity/preview-url-secret` reads it. */
const pathnameParameter = 'sanity-preview-pathname'

/**
 * The path that a preview opens at: an address of this site, `/` when none is named, null when it would lead to
 * another site (`//other.example`, `https://other.example`, `/\other.example`).
 */
export function draftDestination(requestUrl: string): string | null {
  const path = new URL(requestUrl).searchParams.get(pathnameParameter) ?? '/'
  if (!path.startsWith('/') || !URL.canParse(path, 'https://site.invalid')) return null
  const url = new URL(path, 'https://site.invalid')
  const leadsAway = url.host !== 'site.invalid' || url.pathname.startsWith('//')
  return leadsAway ? null : `${url.pathname}${url.search}${url.hash}`
}
