/** First parts of addresses where something may be sent to. */
const takers: ReadonlySet<string> = new Set(['_next', 'api', 'lake'])

/** Whether nothing may be sent to an address: visitors' pages, and the Studio, which writes to the lake. */
export function isOnlyRead(path: string): boolean {
  return !takers.has(firstPart(path)) && !isReview(path)
}

/** Whether an address belongs to one headteacher's link: its route says for itself what it takes and what it may do. */
function isReview(path: string): boolean {
  return path.startsWith('/review/')
}

/**
 * Whether an address is one that visitors read: a page, or a file such as the sitemap.
 * @param path - as it stands in the request, e.g. `/schools`
 */
export function isForVisitors(path: string): boolean {
  return isOnlyRead(path) && firstPart(path) !== 'studio'
}

/** The path of a request, without its query. */
export function pathOfRequest(url: string | undefined): string {
  return (url ?? '').split('?', 1)[0] ?? ''
}

function firstPart(path: string): string {
  return path.split('/', 2)[1] ?? ''
}
