import {findRedirect, type Redirect} from './redirect-target.ts'
import {isOwnAddress} from './slugs.ts'

/**
 * What is wrong with an address on this site that a redirect starts from or leads to, or null. Only to this site: a redirect
 * that leads away lends the Trust’s name to whoever has the other address (OWASP’s guidance on open redirects).
 */
export function sitePathProblem(path: string | undefined): string | null {
  if (!path) return null
  if (!path.startsWith('/') || path.startsWith('//'))
    return 'An address on this site starts with one slash: /old-page.'
  // A browser takes “\\” for a slash: /\\other.example leads to another site.
  if (/[\s?#\\]/.test(path)) return 'Leave out spaces, “?”, “#” and “\\”.'
  if (path.length > 1 && path.endsWith('/')) return 'Leave out the slash at the end.'
  return null
}

/**
 * What is wrong with a redirect beside the others, or null: who follows it arrives, and at one place. Browsers end a
 * circle with an error page (RFC 9110, 15.4).
 * @param others - every other published redirect
 */
export function redirectProblem(
  redirect: {from?: unknown; to?: unknown},
  others: readonly Redirect[],
): string | null {
  const {from, to} = redirect
  if (typeof from !== 'string' || typeof to !== 'string' || from === '' || to === '') return null
  if (from === to) return 'A redirect that leads to itself never arrives.'
  const rival = others.find((other) => other.from === from)
  if (rival !== undefined) {
    return `Another redirect starts at ${from} already and leads to ${rival.to}: change that one.`
  }
  return runsInCircle(from, to, others)
    ? `Other redirects lead from ${to} back to ${from}, so nobody would arrive: delete or change those first.`
    : null
}

/** What is published, by what a redirect may lead to. */
export type Published = {
  /** Slugs of pages and of schools. */
  pages: readonly string[]
  schools: readonly string[]
  /** Where redirects start. */
  moved: readonly string[]
}

/** What is wrong with where a redirect leads, or null: visitors would find nothing there. */
export function redirectTargetProblem(
  to: string | undefined,
  {pages, schools, moved}: Published,
): string | null {
  if (!to || sitePathProblem(to) !== null || isOwnAddress(to) || moved.includes(to)) return null
  const [, school] = /^\/schools\/([^/]+)(?:\/talk)?$/.exec(to) ?? []
  const isThere = school === undefined ? pages.includes(to.slice(1)) : schools.includes(school)
  return isThere
    ? null
    : `Nothing is published at ${to}: visitors will be told that the page was not found until something is.`
}

function runsInCircle(from: string, to: string, others: readonly Redirect[]): boolean {
  const end = findRedirect(to, others, (address) => address === from)
  return end?.to === from
}
