import {useEffect, useState} from 'react'
import type {Observable} from 'rxjs'
import {
  type DocumentBadgeComponent,
  type DocumentBadgesContext,
  type DocumentStore,
  useDocumentStore,
} from 'sanity'
import {heldBackReason, type PublishedFacts} from '#lib/held-back.ts'
import {proofIdOf} from '#lib/testimonials.ts'
import {today} from '#sanity/schema/checked-by.ts'
import {pageBadges} from './page-badges/index.ts'
import {signOffBadge} from './sign-off/badge.ts'

/** Types that are held back as a whole; of a page only parts are, which its own badges count. */
const canBeHeldBack: readonly string[] = ['benefitClaim', 'resource', 'testimonial']

/** What stands beside the state of a document, most urgent first. */
export function documentBadges(
  badges: DocumentBadgeComponent[],
  {schemaType}: Pick<DocumentBadgesContext, 'schemaType'>,
): DocumentBadgeComponent[] {
  const signOff = signOffBadge(schemaType)
  return [
    ...(schemaType === 'page' ? pageBadges : []),
    ...(canBeHeldBack.includes(schemaType) ? [heldBackBadge] : []),
    ...(signOff === null ? [] : [signOff]),
    ...badges,
  ]
}

/** Says that visitors do not see what is published, and why. */
const heldBackBadge: DocumentBadgeComponent = ({id}) => {
  const reason = useHeldBackReason(id)
  return reason === null ? null : {label: 'Held back', title: reason, color: 'danger'}
}

function useHeldBackReason(id: string): string | null {
  const documentStore = useDocumentStore()
  const [reason, setReason] = useState<string | null>(null)
  useEffect(() => {
    const subscription = publishedFacts(documentStore, id).subscribe((facts) =>
      setReason(facts && heldBackReason(facts, today())),
    )
    return () => subscription.unsubscribe()
  }, [documentStore, id])
  return reason
}

/** What visitors get of a document, kept up to date; null while it is not published. */
function publishedFacts(documentStore: DocumentStore, id: string): Observable<PublishedFacts | null> {
  return documentStore.listenQuery(
    {
      fetch: '*[_id == $id][0]{..., "proof": *[_id == $proofId][0]}',
      listen: '*[_id in [$id, $proofId]]',
    },
    {id, proofId: proofIdOf(id)},
    {perspective: 'published', tag: 'studio.held-back'},
  )
}
