/** First parts of addresses where something may be sent to. */
const takers: ReadonlySet<string> = new Set(['_next', 'api', 'lake'])

/** Whether nothing may be sent to an address: visitors' pages, and the Studio, which writes to the lake. */
export function isOnlyRead(path: string): boolean {
  return !takers.has(firstPart(path)) && !isReview(path)
}

/** What the site itself takes messages at, besides its forms and the lake. */
const messages: ReadonlySet<string> = new Set(['/api/revalidate', '/api/sign-off'])

/** Where the forms of a headteacher's link are sent to: the routes in `app/review/`. */
const reviewForms = /^\/review\/(?:new-link|[^/]+\/(?:code|confirm|answer))$/

/** Whether something may be sent to an address: where nothing is, Next.js would try to read it, and fail with 500. */
export function mayTake(path: string): boolean {
  return messages.has(path) || firstPart(path) === 'lake' || reviewForms.test(path)
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
