import {useEffect} from 'react'
import {type DocumentLayoutProps, getPublishedId, useDocumentOperation, useEditState} from 'sanity'
import {usePresentationParams} from 'sanity/presentation'
import {useLeavePublished} from './perspective/leave-published.ts'

/** How long typing rests before it is saved: shorter than anybody waits for, longer than between two keys. */
const restMs = 150

/**
 * A form. The Studio saves what is typed once in a second, and the preview shows what is saved; so beside a preview a
 * form is saved whenever typing rests, and the words are seen at once.
 */
export function DocumentLayout(props: DocumentLayoutProps) {
  useLeavePublished(props)
  const isBesidePreview = usePresentationParams(false) !== null
  return (
    <>
      {props.renderDefault(props)}
      {isBesidePreview && (
        <SaveAtRest documentId={getPublishedId(props.documentId)} documentType={props.documentType} />
      )}
    </>
  )
}

function SaveAtRest({documentId, documentType}: Pick<DocumentLayoutProps, 'documentId' | 'documentType'>) {
  const {draft} = useEditState(documentId, documentType)
  const {commit} = useDocumentOperation(documentId, documentType)
  useEffect(() => {
    if (draft === null || commit.disabled) return
    const waiting = setTimeout(() => commit.execute(), restMs)
    return () => clearTimeout(waiting)
  }, [draft, commit])
  return null
}
