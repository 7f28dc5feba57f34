import {isContentReachable} from '#sanity/lib/health.ts'
import {lastRevalidation, revalidationsUnderWay} from '#sanity/lib/revalidation/last-revalidation.ts'
import {sharing} from '#sanity/lib/sharing/exchange.ts'

/** For whoever watches over the site: whether content can be read, and when a change last came through. */
export async function GET(): Promise<Response> {
  const reachable = await isContentReachable()
  return Response.json(
    {
      ok: reachable,
      content: reachable ? 'reachable' : 'unreachable',
      lastRevalidation: publicRevalidation(),
      revalidationsUnderWay: revalidationsUnderWay(),
      sharing: sharing(),
    },
    {status: reachable ? 200 : 503, headers: {'Cache-Control': 'no-store'}},
  )
}

/** Without the id of a document that is not public, such as the proof of a testimonial: theirs have a dot. */
function publicRevalidation() {
  const last = lastRevalidation()
  return last && {...last, documentId: last.documentId.includes('.') ? null : last.documentId}
}
