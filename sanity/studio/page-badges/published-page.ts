import {
  combineLatest,
  distinctUntilChanged,
  filter,
  map,
  type Observable,
  of,
  startWith,
  switchMap,
} from 'rxjs'
import type {DocumentStore} from 'sanity'
import {heldBackReason, type PublishedFacts} from '#lib/held-back.ts'
import {referencesIn} from '#lib/references.ts'
import {proofIdPrefix} from '#lib/testimonials.ts'
import {heldBackCode, today} from '#sanity/schema/checked-by.ts'
import type {WaysToPage} from './words.ts'

const waysQuery = `*[_id == $id][0]{
  "slug": slug.current,
  "isHome": _id == *[_id == "siteSettings"][0].homePage._ref,
  "isInMenu": count(*[_id == "siteSettings" && (
    $id in navigation[].page._ref || $id in footerNavigation[].page._ref || $id in footerText[].markDefs[].page._ref
  )]) > 0,
  "linkedFrom": count(*[_type in ["page", "school"] && _id != $id && references($id)])
}`

/** How visitors come to a page, kept up to date; null while it is not published. */
export function waysToPage(documentStore: DocumentStore, id: string): Observable<WaysToPage | null> {
  return documentStore.listenQuery(
    {fetch: waysQuery, listen: '*[_id == $id || _id == "siteSettings" || _type in ["page", "school"]]'},
    {id},
    {perspective: 'published', tag: 'studio.ways-to-page'},
  )
}

/** How many things visitors do not see of a page that is published, kept up to date: its own, and those that it shows. */
export function heldBackOn(documentStore: DocumentStore, id: string): Observable<number> {
  return combineLatest([
    ownHeldBack(documentStore, id).pipe(startWith(0)),
    chosenHeldBack(documentStore, id).pipe(startWith(0)),
  ]).pipe(map(([own, chosen]) => own + chosen))
}

/** What the rules of its own fields hold back. Two mistakes in one picture or one link hold one thing back. */
function ownHeldBack({pair}: DocumentStore, id: string): Observable<number> {
  return pair.validation(id, 'page', true).pipe(
    filter(({isValidating}) => !isValidating),
    map(({validation}) => {
      const heldBack = validation.filter(({code}) => code === heldBackCode)
      return new Set(heldBack.map(({path}) => JSON.stringify(path.slice(0, -1)))).size
    }),
  )
}

/** Testimonials, claims and resources on the page that are held back everywhere. */
function chosenHeldBack(documentStore: DocumentStore, id: string): Observable<number> {
  const page: Observable<unknown> = documentStore.listenQuery(
    {fetch: '*[_id == $id][0].sections', listen: '*[_id == $id]'},
    {id},
    {perspective: 'published', tag: 'studio.held-back'},
  )
  return page.pipe(
    map((sections) => referencesIn(sections)),
    distinctUntilChanged((before, now) => before.join() === now.join()),
    switchMap((ids) => (ids.length === 0 ? of([]) : factsOf(documentStore, ids))),
    map((facts) => facts.filter((published) => heldBackReason(published, today()) !== null).length),
  )
}

function factsOf(documentStore: DocumentStore, ids: string[]): Observable<PublishedFacts[]> {
  const proofIds = ids.map((id) => proofIdPrefix + id)
  return documentStore.listenQuery(
    {
      fetch: '*[_id in $ids]{..., "proof": *[_id == $prefix + ^._id][0]}',
      listen: '*[_id in $ids || _id in $proofIds]',
    },
    {ids, proofIds, prefix: proofIdPrefix},
    {perspective: 'published', tag: 'studio.held-back'},
  )
}
