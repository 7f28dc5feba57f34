import {map, type Observable} from 'rxjs'
import {
  type DocumentLocation,
  type DocumentLocationResolver,
  type DocumentLocationsState,
  defineDocuments,
} from 'sanity/presentation'

/** Where a document is seen, as the query below answers. */
type Places = {
  homePage: string | null
  pages: {_id: string; title: string | null; slug: string | null}[]
  schools: {name: string | null; slug: string | null}[]
}

/**
 * Pages that are the document or use it, and the school that it is or is tied to. A page that leads to another one
 * does not show it.
 */
const placesQuery = `{
  "homePage": *[_id == "siteSettings"][0].homePage._ref,
  "pages": *[_type == "page" && (_id == $id || ($type != "page" && references($id)))] | order(title asc) {_id, title, "slug": slug.current},
  "schools": *[_type == "school" && (_id == $id || _id == *[_id == $id][0].school._ref)] {name, "slug": slug.current}
}`

/** Changes that may move a document from one place to another. */
const placesListen = '*[_id == $id || _type in ["page", "school", "siteSettings"]]'

/** The document that an address of the site shows, so that Preview opens the right form. */
export const resolveMainDocuments = defineDocuments([
  {route: '/', filter: '_type == "page" && _id == *[_id == "siteSettings"][0].homePage._ref'},
  {route: '/schools', filter: '_id == "siteSettings"'},
  {route: '/accessibility-statement', filter: '_id == "siteSettings"'},
  {route: '/schools/:slug', filter: '_type == "school" && slug.current == $slug'},
  {
    route: '/:first/:second/:third',
    filter: '_type == "page" && slug.current == $slug',
    params: ({params}) => ({slug: `${params.first}/${params.second}/${params.third}`}),
  },
  {
    route: '/:first/:second',
    filter: '_type == "page" && slug.current == $slug',
    params: ({params}) => ({slug: `${params.first}/${params.second}`}),
  },
  {route: '/:slug', filter: '_type == "page" && slug.current == $slug'},
])

/** The addresses at which a place is seen, without those that have no address yet. */
function locationsOf({homePage, pages, schools}: Places): DocumentLocation[] {
  return [
    ...pages.flatMap(({_id, title, slug}) => {
      const href = _id === homePage ? '/' : slug && `/${slug}`
      return href ? [{title: title ?? 'Page without a title', href}] : []
    }),
    ...schools.flatMap(({name, slug}) =>
      slug ? [{title: name ?? 'School without a name', href: `/schools/${slug}`}] : [],
    ),
  ]
}

/** What the Studio says above a document about where it is seen. */
function stateOf(type: string, places: Places): DocumentLocationsState {
  const locations = locationsOf(places)
  if (type === 'school') locations.push({title: 'List of schools', href: '/schools'})
  const [first] = locations
  if (type === 'page' && first) return {message: `Its address is ${first.href}`, locations}
  if (first) return {locations}
  if (type === 'page') return {message: 'Needs an address before visitors can see it', tone: 'caution'}
  return {message: 'Not used on any page yet', tone: 'caution'}
}

/** Where visitors see a document, kept up to date while staff edit. */
export const resolveLocations: DocumentLocationResolver = ({id, type}, {documentStore}) => {
  if (type === 'siteSettings') {
    return {
      message: 'Used on every page',
      tone: 'positive',
      locations: [
        {title: 'Home page', href: '/'},
        {title: 'Accessibility statement', href: '/accessibility-statement'},
      ],
    }
  }
  if (!['page', 'school', 'testimonial', 'benefitClaim', 'resource'].includes(type)) return null
  const places: Observable<Places> = documentStore.listenQuery(
    {fetch: placesQuery, listen: placesListen},
    {id, type},
    {perspective: 'drafts', tag: 'presentation.places'},
  )
  return places.pipe(map((found) => stateOf(type, found)))
}
