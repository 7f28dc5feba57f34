import {UnpublishIcon} from '@sanity/icons/Unpublish'
import {useState} from 'react'
import {
  type DocumentActionComponent,
  type DocumentActionDialogProps,
  useDocumentOperation,
  useDocumentPairPermissions,
  usePerspective,
  useSetPerspective,
} from 'sanity'
import {actionWrapper} from '../wrapped-action.ts'

/**
 * Offers “Unpublish” where staff work. Sanity’s own action hides in Drafts, so that one has to look at what is published
 * first, and leaves the whole Studio there, read-only, with an empty form; this one goes back to Drafts.
 */
export const unpublishInDrafts = actionWrapper((original) =>
  original.action === 'unpublish' ? unpublish : original,
)

const unpublish: DocumentActionComponent = ({id, type, draft, published, liveEdit, release}) => {
  const [isAsking, setIsAsking] = useState(false)
  const operation = useDocumentOperation(id, type).unpublish
  const [permissions, isLoading] = useDocumentPairPermissions({id, type, permission: 'unpublish'})
  const setPerspective = useSetPerspective()
  const isPublishedShown = usePerspective().selectedPerspective === 'published'
  if (published === null || liveEdit || release) return null
  const isRefused = !isLoading && !permissions?.granted
  const dialog: DocumentActionDialogProps = {
    type: 'confirm',
    tone: 'critical',
    message: question(draft !== null),
    confirmButtonText: 'Unpublish now',
    onCancel: () => setIsAsking(false),
    onConfirm: () => {
      setIsAsking(false)
      operation.execute()
      if (isPublishedShown) setPerspective('drafts')
    },
  }
  return {
    label: 'Unpublish',
    icon: UnpublishIcon,
    tone: 'critical',
    disabled: isLoading || isRefused || operation.disabled !== false,
    title: isRefused ? 'You may not take this off the site. Ask the colleague who gave you access.' : '',
    onHandle: () => setIsAsking(true),
    dialog: isAsking && dialog,
  }
}

function question(hasDraft: boolean): string {
  const kept = hasDraft
    ? 'Your draft stays here, with what you have changed in it.'
    : 'It stays here as a draft, and you can publish it again.'
  return `Take this off the site? Visitors will no longer see it. ${kept}`
}
