import {defineEnableDraftMode} from 'next-sanity/draft-mode'
import {draftDestination} from '#lib/draft-destination.ts'
import {contentClient} from '#sanity/lib/client.ts'
import {keepPreviewOnThisSite} from '#sanity/lib/preview-cookies.ts'

/** Starts the preview of drafts for whoever brings a secret that the Studio has just made. */
export async function GET(request: Request): Promise<Response> {
  if (draftDestination(request.url) === null) {
    return new Response('The preview can only open an address of this site.', {status: 400})
  }
  try {
    return await defineEnableDraftMode({client: contentClient()}).GET(request)
  } finally {
    // next-sanity redirects by throwing.
    await keepPreviewOnThisSite()
  }
}
