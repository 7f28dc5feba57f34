import {map, type Observable} from 'rxjs'
import type {DocumentLocation, DocumentLocationResolver, DocumentLocationsState} from 'sanity/presentation'
import {accessibilityStatement, claimList, schoolList} from '#lib/slugs.ts'

/** A page or a school, with its address as far as it has one. */
type Place = {_id: string; title: string | null; slug: string | null}

/** Where a document is seen, as the query below answers. */
type Places = {
  homePage: string | null
  /** The document itself, when it has an address of its own. */
  own: Place | null
  pages: Place[]
  schools: Place[]
  /** Whether a menu or the footer leads to it, which every page shows. */
  isEverywhere: boolean
}

/**
 * Pages and schools that show a document or lead to it: by a reference, however deep it stands in a text, a question
 * or a link; a school also by a section that lists all schools, and by what its people say.
 */
const placesQuery = `{
  "homePage": *[_id == "siteSettings"][0].homePage._ref,
  "own": *[_id == $id && _type in ["page", "school"]][0]{_id, "title": coalesce(title, name), "slug": slug.current},
  "pages": *[_type == "page" && _id != $id && (
    references($id) ||
    ($type == "school" && $id in sections[].testimonials[]->school._ref) ||
    ($type == "school" && $id in *[_type == "school" && status != "left" && defined(slug.current)]._id
      && count(sections[_type == "schoolsSection" && selection != "chosen"]) > 0)
  )] | order(title asc){_id, title, "slug": slug.current},
  "schools": *[_type == "school" && _id != $id && (references($id) || _id == *[_id == $id][0].school._ref)]
    | order(name asc){_id, "title": name, "slug": slug.current},
  "isEverywhere": count(*[_id == "siteSettings" && (
    $id in navigation[].page._ref || $id in footerNavigation[].page._ref || $id in footerText[].markDefs[].page._ref
  )]) > 0
}`

/** Changes that may move a document from one place to another. */
const placesListen = '*[_id == $id || _type in ["page", "school", "testimonial", "siteSettings"]]'

/** An own page of the site as a place. */
const ownPage = ({title, path}: {title: string; path: string}): DocumentLocation => ({title, href: path})

/** The addresses of pages and schools, without those that have none yet. */
function locationsOf(places: Place[], homePage: string | null, base: '/' | '/schools/'): DocumentLocation[] {
  return places.flatMap(({_id, title, slug}) => {
    const href = _id === homePage ? '/' : slug && `${base}${slug}`
    return href ? [{title: title ?? 'No name yet', href}] : []
  })
}

/** What the Studio says above a document about where it is seen. Without a message it counts the places. */
function stateOf(
  type: string,
  {homePage, own, pages, schools, isEverywhere}: Places,
): DocumentLocationsState {
  const itself = own === null ? [] : locationsOf([own], homePage, type === 'school' ? '/schools/' : '/')
  const users = [...locationsOf(pages, homePage, '/'), ...locationsOf(schools, homePage, '/schools/')]
  const locations = [...itself, ...users]
  if (type === 'page') return stateOfPage(itself[0], users, isEverywhere)
  if (type === 'school') {
    if (itself.length === 0) return {message: 'Needs an address before visitors can see it', tone: 'caution'}
    return {locations: [...locations, ownPage(schoolList)]}
  }
  if (type === 'benefitClaim') {
    if (users.length > 0) return {locations: [...users, ownPage(claimList)]}
    return {
      message: 'No page makes this claim yet. Visitors find it in the list of all claims',
      tone: 'caution',
      locations: [ownPage(claimList)],
    }
  }
  if (isEverywhere) return {message: 'Used in the footer of every page', tone: 'positive', locations: users}
  return users.length > 0 ? {locations} : {message: 'Not used on any page yet', tone: 'caution'}
}

/** A page is seen at its own address; the others are those that lead to it. */
function stateOfPage(
  itself: DocumentLocation | undefined,
  users: DocumentLocation[],
  isEverywhere: boolean,
): DocumentLocationsState {
  if (itself === undefined) return {message: 'Needs an address before visitors can see it', tone: 'caution'}
  const links = users.map(({title, href}) => ({title: `Linked on: ${title}`, href}))
  const found = waysTo(itself.href === '/', users.length, isEverywhere)
  return {
    message: [`Its address is ${itself.href}`, found].filter((part) => part !== '').join('. '),
    locations: [itself, ...links],
  }
}

/** What leads to a page, in words; empty for a home page to which nothing else does. */
function waysTo(isHome: boolean, pages: number, isEverywhere: boolean): string {
  const counted = pages === 1 ? 'One page leads to it' : `${pages} pages lead to it`
  if (isEverywhere)
    return pages > 0 ? `${counted}, and a menu on every page` : 'A menu on every page leads to it'
  if (isHome) return pages > 0 ? counted : ''
  if (pages > 0) return `${counted}, but no menu`
  return 'No page and no menu leads to it yet. To add it to a menu, open Settings, “Menus and footer”'
}

/** A redirect is seen at no place; it leads to one. */
const redirectQuery = '*[_id == $id][0]{from, to}'

function stateOfRedirect({from, to}: {from: string | null; to: string | null}): DocumentLocationsState {
  if (!from || !to) return {message: 'Leads nowhere yet', tone: 'caution'}
  return {message: `Whoever opens ${from} comes to ${to}`, locations: [{title: 'Where it leads', href: to}]}
}

/** Where visitors see a document, kept up to date while staff edit. */
export const resolveLocations: DocumentLocationResolver = ({id, type}, {documentStore}) => {
  const asked = {perspective: 'drafts', tag: 'presentation.places'} as const
  if (type === 'siteSettings') {
    return {
      message: 'Used on every page',
      tone: 'positive',
      locations: [{title: 'Home page', href: '/'}, ownPage(accessibilityStatement)],
    }
  }
  if (type === 'testimonialProof') return {message: 'Visitors never see this', tone: 'positive'}
  if (type === 'redirect') {
    const redirect: Observable<Parameters<typeof stateOfRedirect>[0] | null> = documentStore.listenQuery(
      {fetch: redirectQuery, listen: '*[_id == $id]'},
      {id},
      asked,
    )
    return redirect.pipe(map((found) => stateOfRedirect(found ?? {from: null, to: null})))
  }
  if (!['page', 'school', 'testimonial', 'benefitClaim', 'resource'].includes(type)) return null
  const places: Observable<Places> = documentStore.listenQuery(
    {fetch: placesQuery, listen: placesListen},
    {id, type},
    asked,
  )
  return places.pipe(map((found) => stateOf(type, found)))
}
