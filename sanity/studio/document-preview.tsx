import {useEffect, useState} from 'react'
import {getPublishedId, type PreviewProps, useDocumentStore} from 'sanity'
import {homePageId} from './home-page.ts'

/** The Studio hands the id of a document on with what its preview shows. */
type DocumentPreviewProps = PreviewProps & {_id?: string; schemaType?: {name: string}}

/** A document in a reference or in a list to choose from: the home page with the address at which visitors see it. */
export function DocumentPreview(props: DocumentPreviewProps) {
  return props.schemaType?.name === 'page' ? <PagePreview {...props} /> : props.renderDefault(props)
}

function PagePreview(props: DocumentPreviewProps) {
  const homeId = useHomePageId()
  const isHome = homeId !== null && props._id !== undefined && getPublishedId(props._id) === homeId
  return props.renderDefault(isHome ? {...props, subtitle: '/'} : props)
}

function useHomePageId(): string | null {
  const documentStore = useDocumentStore()
  const [id, setId] = useState<string | null>(null)
  useEffect(() => {
    const subscription = homePageId(documentStore).subscribe(setId)
    return () => subscription.unsubscribe()
  }, [documentStore])
  return id
}
