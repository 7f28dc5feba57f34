import {overallStatus} from '#lib/health/checks.ts'
import {checkHealth} from '#sanity/lib/health.ts'
import {lastRevalidation, revalidationsUnderWay} from '#sanity/lib/revalidation/last-revalidation.ts'
import {sharing} from '#sanity/lib/sharing/exchange.ts'

/**
 * For whoever watches over the site: how each part is and why, and when a change last came through. 503 when visitors
 * or staff go without something now; what can wait for a person is a warning under 200 (see docs/operations.md).
 */
export async function GET(): Promise<Response> {
  const checks = await checkHealth()
  const status = overallStatus(Object.values(checks))
  return Response.json(
    {
      ok: status !== 'fail',
      status,
      content: checks.content.status === 'pass' ? 'reachable' : 'unreachable',
      checks,
      lastRevalidation: publicRevalidation(),
      revalidationsUnderWay: revalidationsUnderWay(),
      sharing: sharing(),
    },
    {status: status === 'fail' ? 503 : 200, headers: {'Cache-Control': 'no-store'}},
  )
}

/** Without the id of a document that is not public, such as the proof of a testimonial: theirs have a dot. */
function publicRevalidation() {
  const last = lastRevalidation()
  return last && {...last, documentId: last.documentId.includes('.') ? null : last.documentId}
}
