import {DraftBar} from './draft-bar.tsx'
import {LivePreview} from './live-preview.tsx'

/** What the person who previews drafts sees besides the page. Visitors never load any of it. */
export function DraftTools() {
  return (
    <>
      <DraftBar />
      <LivePreview />
    </>
  )
}
