import {defineQuery} from 'groq'
import {contentClient} from '../client.ts'
import {isFields} from '../parse.ts'
import type {DocumentChange} from './change.ts'
import {pathOf} from './moved-address.ts'

/** Documents that show any of those with the ids, through their own references or by listing schools by rule. */
const showingQuery = defineQuery(`*[
  (_type in ["page", "school", "testimonial", "siteSettings"] && references($ids)) ||
  ($listsSchools && _type == "page" && count(sections[_type == "schoolsSection" && selection != "chosen"]) > 0)
]{_id, _type, "slug": slug.current, "school": school._ref}`)

const everyAddressQuery = defineQuery(
  `*[_type in ["page", "school"] && defined(slug.current)]{_id, _type, "slug": slug.current}`,
)

const ownQuery = defineQuery(`*[_id in $ids]{_id, _type, "slug": slug.current, "school": school._ref}`)

type Shown = {id: string; type: string; slug: string | null; school: string | null}

/** A page shows a testimonial, which names a school: no chain is longer. */
const longestChain = 3

/**
 * Pages that no document has for its own, and are always asked for: a page that is not out of date costs nothing to
 * ask for. The last is what visitors see at every address where nothing is.
 */
const ownPaths = ['/', '/schools', '/sitemap.xml', '/_not-found']

/**
 * The paths of the pages that may have to be made again after a change. It may name one too many, never one too
 * few: what is really out of date is decided by the tags.
 */
export async function affectedPaths(change: DocumentChange): Promise<string[]> {
  const paths = new Set([...ownPaths, ...change.paths])
  for (const slug of [change.slugBefore, change.slugAfter]) {
    const path = slug === null ? null : pathOf(change.type, slug)
    if (path !== null) paths.add(path)
  }
  const {documents, everywhere} = await documentsShowing(change)
  for (const {type, slug} of everywhere ? await fetchShown(everyAddressQuery, {}) : documents) {
    const path = slug === null ? null : pathOf(type, slug)
    if (path !== null) paths.add(path)
  }
  // They are put behind the site's own origin: “@other.example” would make another site of it.
  return [...paths].filter((path) => path.startsWith('/'))
}

async function documentsShowing(change: DocumentChange): Promise<{documents: Shown[]; everywhere: boolean}> {
  const found = new Map<string, Shown>()
  const first = [change.id, change.id.replace(/^testimonialProof\./, ''), ...change.schools]
  for (const document of await fetchShown(ownQuery, {ids: first})) found.set(document.id, document)
  let ids = first
  for (let step = 0; step < longestChain && ids.length > 0; step += 1) {
    const showing = await fetchShown(showingQuery, {
      ids,
      listsSchools: change.type === 'school' && step === 0,
    })
    const fresh = showing.filter(({id}) => !found.has(id))
    for (const document of fresh) found.set(document.id, document)
    // The settings name pages in the navigation; through them every page would seem to show every page.
    ids = fresh
      .filter(({type}) => type !== 'siteSettings')
      .flatMap(({id, school}) => (school ? [id, school] : [id]))
  }
  const moved = change.slugBefore !== change.slugAfter
  const everywhere =
    change.type === 'siteSettings' || (found.has('siteSettings') && (moved || change.type !== 'page'))
  const schools = [...found.values()].flatMap(({school}) => (school && !found.has(school) ? [school] : []))
  return {documents: [...found.values(), ...(await fetchShown(ownQuery, {ids: schools}))], everywhere}
}

async function fetchShown(query: string, params: {[name: string]: unknown}): Promise<Shown[]> {
  const answer: unknown = await contentClient().fetch(query, params, {perspective: 'published', stega: false})
  if (!Array.isArray(answer)) return []
  return answer.flatMap((item: unknown) => {
    if (!isFields(item) || typeof item._id !== 'string' || typeof item._type !== 'string') return []
    const slug = typeof item.slug === 'string' ? item.slug : null
    return [
      {id: item._id, type: item._type, slug, school: typeof item.school === 'string' ? item.school : null},
    ]
  })
}
