import {defineQuery} from 'groq'
import {schoolsThatShow} from '#lib/neighbours.ts'
import {shareAddress} from '#lib/share-address.ts'
import {pagesAt, pathOf, schoolAddress} from '#lib/site-addresses.ts'
import {accessibilityStatement} from '#lib/slugs.ts'
import {fetchUnchecked} from '../client.ts'
import {parseLocation} from '../content/school-summary.ts'
import {isFields} from '../parse.ts'
import type {Scalar} from '../unchecked.ts'
import type {DocumentChange} from './change.ts'

/** Those that changed or whose school did. */
const testimonials = `*[_type == "testimonial" && (_id in $ids || references($ids))]` as const

/**
 * Pages and schools that show any of the documents: through their own references, through a testimonial (a page
 * quotes it, a school has it on its page), by listing schools by rule, by being below it, or because everything does.
 */
const affectedQuery = defineQuery(`*[_type in ["page", "school"] && (
  _id in $ids ||
  references($ids) ||
  references(${testimonials}._id) ||
  _id in ${testimonials}.school._ref ||
  ($isSchool && count(sections[_type == "schoolsSection" && selection != "chosen"]) > 0) ||
  $isSettings ||
  (_type == "page" && count($above[string::startsWith(^.slug.current, @)]) > 0) ||
  ($isSeenInSettings && count(*[_type == "siteSettings" && references($ids)]) > 0)
)]{"type": _type, "slug": slug.current}`)

/** Where the other schools lie. */
const placesQuery =
  defineQuery(`*[_type == "school" && _id != $id && defined(slug.current) && defined(location)]{
  "slug": slug.current, status, location{lat, lng}
}`)

/**
 * Pages that no document has for its own, and are always asked for: a page that is not out of date costs nothing to
 * ask for. The last is what visitors see at every address where nothing is.
 */
const ownPaths = [
  '/',
  '/schools',
  '/sitemap.xml',
  '/evidence',
  '/evidence.json',
  '/evidence.csv',
  '/_not-found',
]

/** Pages that show the settings alone. */
const ownPathsOfSettings = ['/manifest.webmanifest', accessibilityStatement.path]

type Shown = {readonly type?: Scalar; readonly slug?: Scalar}

/**
 * The paths of the pages that may have to be made again after a change. It may name one too many, never one too
 * few: what is really out of date is decided by the tags.
 */
export async function affectedPaths(change: DocumentChange): Promise<string[]> {
  const {type, slugBefore, slugAfter} = change
  const own = [slugBefore, slugAfter].flatMap((slug) => pathsOf({type, slug}))
  const [showing, near] = await Promise.all([fetchShowing(change), fetchNeighbours(change)])
  // A picture only of what changed itself: the others show hardly anything of it. What is new has none that is old.
  const drawn = change.operation === 'create' ? [] : own.map(shareAddress)
  const named = type === 'siteSettings' ? ownPathsOfSettings : []
  const paths = [
    // What changed itself comes first: somebody is waiting to see it.
    ...own.flatMap(pagesAt),
    ...ownPaths,
    ...named,
    ...change.paths,
    ...showing.flatMap(pathsOf).flatMap(pagesAt),
    // What stands below the page of a school shows nothing of those near it.
    ...near,
    ...drawn,
  ]
  // They are put behind the site's own origin: “@other.example” would make another site of it.
  return [...new Set(paths)].filter((path) => path.startsWith('/'))
}

async function fetchShowing({
  id,
  type,
  schools,
  subject,
  slugBefore,
  slugAfter,
}: DocumentChange): Promise<Shown[]> {
  const params = {
    ids: [id, id.replace(/^testimonialProof\./, ''), ...schools, ...(subject === null ? [] : [subject])],
    isSchool: type === 'school',
    isSettings: type === 'siteSettings',
    // Nested pages name those above them.
    above:
      type === 'page'
        ? [slugBefore, slugAfter].filter((slug) => slug !== null).map((slug) => `${slug}/`)
        : [],
    // Of a page they show the address alone.
    isSeenInSettings: type !== 'page' || slugBefore !== slugAfter,
  }
  const answer = await fetchUnchecked(affectedQuery, params, {perspective: 'published', stega: false})
  return Array.isArray(answer) ? answer.filter((shown) => isFields(shown)) : []
}

/** The pages of schools that show one as near them, where it was or where it is. */
async function fetchNeighbours({id, type, isListedOtherwise, places}: DocumentChange): Promise<string[]> {
  if (type !== 'school' || !isListedOtherwise || places.length === 0) return []
  const answer = await fetchUnchecked(placesQuery, {id}, {perspective: 'published', stega: false})
  const others = (Array.isArray(answer) ? answer : []).flatMap((school) => {
    const location = isFields(school) ? parseLocation(school.location) : null
    if (!isFields(school) || typeof school.slug !== 'string' || location === null) return []
    return [{slug: school.slug, location, isShown: school.status !== 'left'}]
  })
  return schoolsThatShow(places, others).map(schoolAddress)
}

function pathsOf({type, slug}: Shown): string[] {
  const path = typeof type === 'string' && typeof slug === 'string' ? pathOf(type, slug) : null
  return path === null ? [] : [path]
}
