import {perspectiveChangeAction} from 'next-sanity/visual-editing/server-actions'
import {DraftBar} from './draft-bar.tsx'
import {LivePreview} from './live-preview.tsx'

/** What the person in the preview sees besides the page. Visitors never load any of it. */
export function DraftTools({showsDrafts}: {showsDrafts: boolean}) {
  return (
    <>
      <DraftBar showsDrafts={showsDrafts} />
      <LivePreview onPerspectiveChange={perspectiveChangeAction} />
    </>
  )
}
