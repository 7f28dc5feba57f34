import {useEffect} from 'react'
import {
  type DocumentLayoutProps,
  getPublishedId,
  useEditState,
  usePerspective,
  useSetPerspective,
} from 'sanity'

/**
 * Goes back to Drafts from a form that has nothing published to show: one that is new, or that somebody has just taken
 * off the site. In Published it would be empty and grey.
 */
export function useLeavePublished({
  documentId,
  documentType,
}: Pick<DocumentLayoutProps, 'documentId' | 'documentType'>): void {
  const {published, ready} = useEditState(getPublishedId(documentId), documentType)
  const setPerspective = useSetPerspective()
  const isStuck = usePerspective().selectedPerspective === 'published' && ready && published === null
  useEffect(() => {
    if (isStuck) setPerspective('drafts')
  }, [isStuck, setPerspective])
}
