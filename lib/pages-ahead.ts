/**
 * How many pages of one kind (pages, schools) a build makes ahead of their visitors. Each costs the build time, and
 * memory while it lasts; those beyond are made at their first visit, and kept like the others.
 */
export const mostPagesAhead = 200

/**
 * Which of them: those nearest the home page, which most visitors come to, and among these the first by address.
 * @param slugs - without a slash in front, nested parts joined by slashes
 */
export function pagesAhead(slugs: readonly string[]): string[] {
  const depth = (slug: string) => slug.split('/').length
  return slugs
    .toSorted((one, other) => depth(one) - depth(other) || (one < other ? -1 : 1))
    .slice(0, mostPagesAhead)
}
