import {isContentReachable} from '#sanity/lib/health.ts'
import {lastRevalidation, revalidationsUnderWay} from '#sanity/lib/revalidation/last-revalidation.ts'

/** For whoever watches over the site: whether content can be read, and when a change last came through. */
export async function GET(): Promise<Response> {
  const reachable = await isContentReachable()
  return Response.json(
    {
      ok: reachable,
      content: reachable ? 'reachable' : 'unreachable',
      lastRevalidation: publicRevalidation(),
      revalidationsUnderWay: revalidationsUnderWay(),
    },
    {status: reachable ? 200 : 503, headers: {'Cache-Control': 'no-store'}},
  )
}

/** Without the document that changed: some, such as the proof of a testimonial, are not public. */
function publicRevalidation() {
  const last = lastRevalidation()
  return last && {receivedAt: last.receivedAt, warmedAt: last.warmedAt, latePaths: last.latePaths}
}
