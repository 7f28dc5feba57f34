import {useEffect, useState} from 'react'
import type {Observable} from 'rxjs'
import {type DocumentBadgeComponent, type DocumentStore, useDocumentStore} from 'sanity'
import {heldBackOn, waysToPage} from './published-page.ts'
import {addressBadge, heldBackBadge} from './words.ts'

/** The newest of what is known of a page; null until something is. */
function useKnown<Known>(know: (documentStore: DocumentStore, id: string) => Observable<Known>, id: string) {
  const documentStore = useDocumentStore()
  const [known, setKnown] = useState<Known | null>(null)
  useEffect(() => {
    const subscription = know(documentStore, id).subscribe(setKnown)
    return () => subscription.unsubscribe()
  }, [know, documentStore, id])
  return known
}

const heldBack: DocumentBadgeComponent = ({id}) => heldBackBadge(useKnown(heldBackOn, id) ?? 0)

const address: DocumentBadgeComponent = ({id}) => {
  const ways = useKnown(waysToPage, id)
  return ways && addressBadge(ways)
}

/** What stands beside Publish while a page is published: always in view, most urgent first. */
export const pageBadges: readonly DocumentBadgeComponent[] = [heldBack, address]
