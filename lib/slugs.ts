/**
 * First parts of addresses that the site answers itself. A page with one of them as the first part of
 * its address could never be reached, or would hide a part of the site.
 */
export const reservedAddresses: readonly string[] = [
  '_next',
  'accessibility-statement',
  'api',
  'apple-icon.png',
  'component-gallery',
  'evidence',
  'evidence.csv',
  'evidence.json',
  'favicon.ico',
  'icon.svg',
  'lake',
  'manifest.webmanifest',
  'outbox',
  'review',
  'robots.txt',
  'schools',
  'search',
  'share',
  'sitemap.xml',
  'speculation-rules.json',
  'studio',
]

/** A page that the site makes by itself. */
export type OwnPage = {
  path: string
  /** What staff choose it by. */
  title: string
  /** What visitors read above it. */
  heading: string
  description: string
}

export const schoolList: OwnPage = {
  path: '/schools',
  title: 'List of schools',
  heading: 'Our schools',
  description: 'Every school of the Trust, by phase and place, with a way to talk to each.',
}

export const claimList: OwnPage = {
  path: '/evidence',
  title: 'Claims and their evidence',
  heading: 'Our claims and their evidence',
  description: 'Every claim that this site makes, where it makes it, and for each number its source.',
}

export const accessibilityStatement: OwnPage = {
  path: '/accessibility-statement',
  title: 'Accessibility statement',
  heading: 'Accessibility statement',
  description: 'Who can use this website, what does not work yet, and whom to tell when something does not.',
}

/** Pages that the site makes by itself, which navigation may point at although no page document exists. */
export const ownPages: readonly OwnPage[] = [schoolList, claimList, accessibilityStatement]

/** Whether the site answers a path by itself, whatever is published: its files, its own pages and what is below them. */
export function isOwnAddress(path: string): boolean {
  const [first = '', ...rest] = path.slice(1).split('/')
  if (first === '') return rest.length === 0
  // Below the list of schools are the schools, which are published or not; below its other pages is nobody's address.
  const isOwnPage = first === 'search' || ownPages.some(({path: own}) => own === `/${first}`)
  return isOwnPage ? rest.length === 0 : reservedAddresses.includes(first)
}

/** Longest address of a page, in characters: long enough for three nested parts, short enough to read out. */
export const longestSlug = 96

const slugPart = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/**
 * What is wrong with one part of an address, or null. Lower case and hyphens: such an address can be read out, typed and
 * printed, and is one address and not two (RFC 3986, 6.2.2.1: paths differ by case).
 */
function slugPartProblem(part: string): string | null {
  if (part === '') return 'An address has no empty parts: remove the extra slash.'
  if (part !== part.toLowerCase()) return 'Use lower-case letters only.'
  if (!slugPart.test(part)) return 'Use only the letters a to z, numbers, and single hyphens between words.'
  return null
}

function slugLengthProblem(slug: string): string | null {
  if (slug.length <= longestSlug) return null
  return `Make the address shorter: it has ${slug.length} characters and may have ${longestSlug}.`
}

/**
 * What is wrong with the address of a page, or null. It may be nested (`joining/due-diligence`), and its
 * first part is not one of {@link reservedAddresses}. An absent slug is another rule's matter.
 */
export function pageSlugProblem(slug: string | undefined): string | null {
  if (!slug) return null
  const parts = slug.split('/')
  const wrongPart = parts.map(slugPartProblem).find((problem) => problem !== null)
  if (wrongPart) return wrongPart
  if (parts[0] !== undefined && reservedAddresses.includes(parts[0])) {
    return `“/${parts[0]}” belongs to the site itself: choose another address.`
  }
  return slugLengthProblem(slug)
}

/** What is wrong with the address of a school below `/schools/`, or null. It has one part: below it are pages that the site makes. */
export function schoolSlugProblem(slug: string | undefined): string | null {
  if (!slug) return null
  if (slug.includes('/')) return 'A school’s address has one part: remove the slash.'
  return slugPartProblem(slug) ?? slugLengthProblem(slug)
}

/** Something else of the same type with the same address. */
export type SlugHolder = {name: string; isPublished: boolean}

/**
 * What is wrong with an address that something published has already, or null: one address leads to one page. What is in a
 * draft alone takes no address from anybody, least of all from what visitors find there.
 */
export function slugTakenProblem(holders: readonly SlugHolder[]): string | null {
  const holder = holders.find(({isPublished}) => isPublished)
  if (holder === undefined) return null
  return `“${holder.name}” has this address already: choose a different one, or publish that one with another address first.`
}

/**
 * What staff are told about an address that drafts alone have as well, or null: whoever publishes first will keep it.
 * @param isHere - whether visitors find this one at the address now, so that nobody can take it
 */
export function slugSharedAdvice(holders: readonly SlugHolder[], isHere: boolean): string | null {
  const [holder] = holders
  if (holder === undefined || isHere || slugTakenProblem(holders)) return null
  return `The draft “${holder.name}” has this address too: the one that is published first will keep it.`
}

/** The address itself when nobody has it, else with the first number behind it that makes it one of its own. */
export function freeSlug(wanted: string, taken: readonly string[]): string {
  if (wanted === '' || !taken.includes(wanted)) return wanted
  for (let number = 2; ; number += 1) {
    const suffix = `-${number}`
    const numbered = `${wanted.slice(0, longestSlug - suffix.length)}${suffix}`
    if (!taken.includes(numbered)) return numbered
  }
}

/**
 * The address that a title suggests: accents and apostrophes dropped, `&` spoken, every other run of
 * characters a hyphen. Slashes stay, so that a nested address can be typed.
 */
export function slugFromTitle(title: string): string {
  return title
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’‘]/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9/]+/g, '-')
    .replace(/-*\/-*/g, '/')
    .slice(0, longestSlug)
    .replace(/^[-/]+|[-/]+$/g, '')
}
