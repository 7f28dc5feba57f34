import {cookies, draftMode} from 'next/headers'
import {type PreviewPerspective, perspectiveCookie, previewPerspective} from '#lib/preview-perspective.ts'

/**
 * What the person in the preview chose to see there: drafts, or the site as it is published. Null for visitors,
 * whose cookies are not even looked at, because their pages are made ahead of them.
 */
export async function getPreviewPerspective(): Promise<PreviewPerspective | null> {
  const {isEnabled} = await draftMode()
  return isEnabled ? previewPerspective((await cookies()).get(perspectiveCookie)?.value) : null
}
