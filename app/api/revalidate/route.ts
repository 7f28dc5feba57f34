import {revalidateTag} from 'next/cache'
import {after} from 'next/server'
import {env} from '#lib/env.ts'
import {siteMetrics} from '#lib/metrics/site-metrics.ts'
import {forgetAddresses} from '#sanity/lib/address-book.ts'
import {wasReadWithin} from '#sanity/lib/recent-reads.ts'
import {reportContentProblem} from '#sanity/lib/report.ts'
import {type DocumentChange, parseChange} from '#sanity/lib/revalidation/change.ts'
import {noteHeard} from '#sanity/lib/revalidation/heard-changes.ts'
import {beginRevalidation} from '#sanity/lib/revalidation/last-revalidation.ts'
import {longestMakingMs, makePages, repeatLater} from '#sanity/lib/revalidation/make-pages.ts'
import {leaveRedirect} from '#sanity/lib/revalidation/moved-address.ts'
import {readSignedMessage} from '#sanity/lib/revalidation/signed-message.ts'
import {tellOthers} from '#sanity/lib/sharing/exchange.ts'
import {noteFollowed, noteTags} from '#sanity/lib/sharing/tag-table.ts'
import {tagsOfChange} from '#sanity/lib/tags.ts'

/**
 * 'max' keeps the old page until the new one stands, so that an outage of the lake shows visitors nothing. With npm
 * run dev nobody asks for the new one but the developer, who would be shown the old one first.
 */
const oldPages = process.env.NODE_ENV === 'development' ? {expire: 0} : 'max'

/**
 * Takes Content Lake's signed webhook: marks every page that shows the changed document as out of date, tells the other
 * processes of this site, and makes those pages again. A message that comes twice does the same again, which does no harm.
 * Answers 200, 400 (not the webhook's message), 401 (signature), 413 (size), 502 (no redirect could be left; the
 * lake sends the message again) or 503 (no secret configured).
 */
export async function POST(request: Request): Promise<Response> {
  const {webhookSecret} = env()
  const {body, refusal} = await readSignedMessage(request, webhookSecret)
  if (refusal !== null) {
    siteMetrics().webhookMessages.count({outcome: 'refused'})
    return Response.json({message: refusal.reason}, {status: refusal.status})
  }
  const change = parseChange(body)
  siteMetrics().webhookMessages.count({outcome: change === null ? 'refused' : 'taken'})
  if (change === null) {
    return Response.json({message: 'This is not the message of the webhook.'}, {status: 400})
  }
  const {movedPaths, problem} = await followMove(change)
  const mayBeOvertaken = !change.repeated && wasReadWithin(longestMakingMs)
  const tags = tagsOfChange(change)
  forgetAddresses()
  for (const tag of tags) revalidateTag(tag, oldPages)
  const marks = noteTags(tags)
  // Until its redirect stands, it is not done: should the lake give up on it, this site looks again by itself. What it
  // repeats leaves none.
  noteHeard(change, problem === null && !change.repeated)
  const finished = beginRevalidation()
  const followed = {...change, paths: [...change.paths, ...movedPaths]}
  // They made their own pages again after the first message.
  const told = change.repeated ? null : tellOthers(marks, followed)
  after(async () => {
    const repeated = mayBeOvertaken && webhookSecret !== null ? repeatLater(change, webhookSecret) : null
    await Promise.all([makePages(followed), repeated, told])
    noteFollowed(marks)
    finished()
  })

  if (problem === null) return Response.json({revalidated: tags})
  reportContentProblem(`no redirect could be left for ${change.id}: ${problem}`, 'error')
  return Response.json({message: 'The redirect could not be left.', revalidated: tags}, {status: 502})
}

async function followMove(change: DocumentChange): Promise<{movedPaths: string[]; problem: string | null}> {
  try {
    return {movedPaths: change.repeated ? [] : await leaveRedirect(change), problem: null}
  } catch (error) {
    return {movedPaths: [], problem: String(error)}
  }
}
