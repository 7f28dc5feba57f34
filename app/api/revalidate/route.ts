import {revalidateTag} from 'next/cache'
import {after} from 'next/server'
import {env} from '#lib/env.ts'
import {forgetAddresses} from '#sanity/lib/address-book.ts'
import {wasReadWithin} from '#sanity/lib/recent-reads.ts'
import {reportContentProblem} from '#sanity/lib/report.ts'
import {parseChange} from '#sanity/lib/revalidation/change.ts'
import {longestMakingMs, makePages} from '#sanity/lib/revalidation/make-pages.ts'
import {leaveRedirect} from '#sanity/lib/revalidation/moved-address.ts'
import {readSignedMessage} from '#sanity/lib/revalidation/signed-message.ts'
import {tagsOfChange} from '#sanity/lib/tags.ts'

/**
 * Takes Content Lake's signed webhook: marks every page that shows the changed document as out of date, and makes
 * those pages again. A message that comes twice does the same again, which does no harm.
 * Answers 200, 400 (not the webhook's message), 401 (signature), 413 (size), 502 (no redirect could be left; the
 * lake sends the message again) or 503 (no secret configured).
 */
export async function POST(request: Request): Promise<Response> {
  const {body, refusal} = await readSignedMessage(request, env().webhookSecret)
  if (refusal !== null) return Response.json({message: refusal.reason}, {status: refusal.status})
  const change = parseChange(body)
  if (change === null)
    return Response.json({message: 'This is not the message of the webhook.'}, {status: 400})

  const moved = await leaveRedirect(change).catch((error: unknown) => error)
  const movedPaths = Array.isArray(moved) ? moved : []
  const tags = tagsOfChange(change)
  const markOutOfDate = () => {
    forgetAddresses()
    // 'max' keeps the old page until the new one stands, so that an outage of the lake shows visitors nothing.
    for (const tag of tags) revalidateTag(tag, 'max')
  }
  const overlapping = wasReadWithin(longestMakingMs)
  markOutOfDate()
  after(() =>
    makePages({
      change: {...change, paths: [...change.paths, ...movedPaths]},
      markOutOfDate: overlapping ? markOutOfDate : null,
    }),
  )

  if (Array.isArray(moved)) return Response.json({revalidated: tags})
  reportContentProblem(`no redirect could be left for ${change.id}: ${String(moved)}`)
  return Response.json({message: 'The redirect could not be left.', revalidated: tags}, {status: 502})
}
