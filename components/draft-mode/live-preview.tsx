'use client'

import {useRouter} from 'next/navigation'
import {VisualEditing, type VisualEditingProps} from 'next-sanity/visual-editing/client-component'

type Refresh = NonNullable<VisualEditingProps['refresh']>

/**
 * Click-to-edit overlays, and a fresh rendering when the Studio reports an edit. The server reads the draft with
 * its own token, so no token and no connection to the lake is needed in the browser.
 */
export function LivePreview() {
  const router = useRouter()
  const refresh: Refresh = async () => {
    router.refresh()
  }
  return <VisualEditing refresh={refresh} />
}
