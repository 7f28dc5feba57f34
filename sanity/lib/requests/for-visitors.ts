/** First parts of addresses that are no visitors' pages: each answers for itself, and takes what it needs. */
const others: ReadonlySet<string | undefined> = new Set(['_next', 'api', 'lake', 'studio'])

/**
 * Whether an address is one that visitors read: a page, or a file such as the sitemap.
 * @param path - as it stands in the request, e.g. `/schools`
 */
export function isForVisitors(path: string): boolean {
  return path.startsWith('/') && !others.has(path.split('/', 2)[1])
}

/** The path of a request, without its query. */
export function pathOfRequest(url: string | undefined): string {
  return (url ?? '').split('?', 1)[0] ?? ''
}
