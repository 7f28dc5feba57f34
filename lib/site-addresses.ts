/** Where what has an address of its own is found on this site, as a path. */
export const pageAddress = (slug: string) => `/${slug}`
export const schoolAddress = (slug: string) => `/schools/${slug}`

/** The path of a page or a school; null for what has no address of its own. */
export function pathOf(type: string, slug: string): string | null {
  if (type === 'page') return pageAddress(slug)
  return type === 'school' ? schoolAddress(slug) : null
}

/** Where visitors write to a school. */
export const talkAddress = (slug: string) => `${schoolAddress(slug)}/talk`
/** The slug of the school whose form is at a path; null elsewhere. */
export const schoolWrittenToAt = (path: string) => /^\/schools\/([^/]+)\/talk$/.exec(path)?.[1] ?? null
/** What a visitor sees whose message has gone, with or without a copy to themselves. */
export const sentAddress = (slug: string, withCopy: boolean) =>
  `${talkAddress(slug)}/${withCopy ? 'sent' : 'sent-without-copy'}`

/** The addresses of a school: its page, and what is below it. */
export const schoolAddresses = (slug: string) => [
  schoolAddress(slug),
  talkAddress(slug),
  sentAddress(slug, true),
  sentAddress(slug, false),
]

/** A path with those that stand below it: a school has several pages. */
export function pagesAt(path: string): string[] {
  const [, slug] = /^\/schools\/([^/]+)$/.exec(path) ?? []
  return slug === undefined ? [path] : schoolAddresses(slug)
}
