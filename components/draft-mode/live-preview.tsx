'use client'

import {useRouter} from 'next/navigation'
import {VisualEditing, type VisualEditingProps} from 'next-sanity/visual-editing/client-component'
import {useEffect} from 'react'
import {makeRoomForMenus} from './overlay-menus.ts'

type Refresh = NonNullable<VisualEditingProps['refresh']>

/** Keystrokes come faster than pages are made: one rendering for all that came within this time. */
const restMs = 80

/**
 * Click-to-edit overlays, and a fresh rendering whenever content changes, whoever changes it and in whichever
 * document. The server reads drafts with its own token, so the browser holds none.
 */
export function LivePreview({onPerspectiveChange}: Pick<VisualEditingProps, 'onPerspectiveChange'>) {
  const router = useRouter()

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const changes = new EventSource('/api/draft-mode/events')
    changes.addEventListener('change', () => {
      clearTimeout(waiting)
      waiting = setTimeout(() => router.refresh(), restMs)
    })
    return () => {
      clearTimeout(waiting)
      changes.close()
    }
  }, [router])

  useEffect(makeRoomForMenus, [])

  const refresh: Refresh = ({source}) => {
    // The Studio announces edits of the one document that it has open; the stream above tells of all.
    if (source === 'mutation') return false
    router.refresh()
    return Promise.resolve()
  }
  return <VisualEditing refresh={refresh} onPerspectiveChange={onPerspectiveChange} />
}
