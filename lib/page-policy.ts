/** How an answer comes about, which decides what it may do in the browser. */
export type PageKind =
  /** Made ahead and the same for everybody: it has no script. */
  | {kind: 'static'}
  /** Made for one request, a search or a form with its errors: Next.js's own scripts, named by the nonce. */
  | {kind: 'made-at-request'; nonce: string}
  /** Made for staff who look at drafts in the Studio's frame, with overlays to click. */
  | {kind: 'draft'; nonce: string}

/**
 * The Content-Security-Policy of a page: nothing from anywhere but what is named, and no script at all on static pages.
 * A directive that is not named falls back to `default-src`, except the last four, which do not.
 * @param pictureOrigin - of pictures that are not the site's own; null when it serves them itself
 */
export function contentSecurityPolicy(page: PageKind, pictureOrigin: string | null): string {
  const directives: [name: string, ...sources: string[]][] = [
    ['default-src', "'none'"],
    // Pictures are seen as a blur, a data address in the page, until they arrive.
    ['img-src', "'self'", 'data:', ...(pictureOrigin === null ? [] : [pictureOrigin])],
    ['font-src', "'self'"],
    ['manifest-src', "'self'"],
    // Static pages connect to nothing; Lighthouse asks for robots.txt in their name, and without this finds none.
    ['connect-src', "'self'"],
    ...scriptAndStyle(page),
    ['base-uri', "'none'"],
    ['object-src', "'none'"],
    ['form-action', "'self'"],
    // A preview in somebody else's frame could be clicked on unawares; a public page has no business in any.
    ['frame-ancestors', page.kind === 'draft' ? "'self'" : "'none'"],
  ]
  return directives.map((directive) => directive.join(' ')).join('; ')
}

function scriptAndStyle(page: PageKind): [name: string, ...sources: string[]][] {
  if (page.kind === 'static') return [['style-src', "'self'"]]
  return [
    ['script-src', "'self'", `'nonce-${page.nonce}'`, "'strict-dynamic'"],
    // The overlays set styles on what they draw.
    ['style-src', "'self'", ...(page.kind === 'draft' ? ["'unsafe-inline'"] : [])],
  ]
}
