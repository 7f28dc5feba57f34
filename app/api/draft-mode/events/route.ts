import {draftMode} from 'next/headers'
import {draftChanges} from '#sanity/lib/draft-changes.ts'

/** Tells an open preview when to show itself anew. Only who previews drafts may listen. */
export async function GET(request: Request): Promise<Response> {
  const {isEnabled} = await draftMode()
  if (!isEnabled) return new Response('Open the preview from the Studio first.', {status: 403})
  return new Response(draftChanges(request.signal), {
    headers: {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'private, no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}
