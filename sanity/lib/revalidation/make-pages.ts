import {setTimeout as wait} from 'node:timers/promises'
import {encodeSignatureHeader, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import {env} from '#lib/env.ts'
import {log} from '#lib/log/log.ts'
import {siteMetrics} from '#lib/metrics/site-metrics.ts'
import {steadyNow} from '#lib/steady-clock.ts'
import {isReading} from '../recent-reads.ts'
import {reportContentProblem} from '../report.ts'
import {affectedPaths} from './affected-paths.ts'
import type {DocumentChange} from './change.ts'
import {rememberRevalidation} from './last-revalidation.ts'
import {headersOfOwnRequest, ownOrigin, warm} from './warm.ts'

/** In this time a page that was being made when the change arrived has been made. */
export const longestMakingMs = 1_000

/** When pages that were in the making are made once more: this long after the lake has answered for them, */
const pauseMs = 500
/** or at last after this time, in which the client gives up on an answer and on its second attempt. */
const longestReadingMs = 25_000

/** Makes the pages that show a changed document again, and remembers how that went. Never throws. */
export async function makePages(change: DocumentChange): Promise<void> {
  const {revalidations, revalidationSeconds} = siteMetrics()
  const began = performance.now()
  const revalidation = {
    receivedAt: new Date().toISOString(),
    documentId: change.id,
    warmedAt: null,
    latePaths: [],
    hasFailed: false,
  }
  rememberRevalidation(revalidation)
  try {
    // With npm run dev no page is kept: each is made for whoever asks, and may have to be compiled first.
    const isKept = process.env.NODE_ENV !== 'development'
    const latePaths = isKept ? await warm(await affectedPaths(change)) : []
    rememberRevalidation({...revalidation, warmedAt: new Date().toISOString(), latePaths})
    const milliseconds = Math.round(performance.now() - began)
    revalidations.count({outcome: latePaths.length > 0 ? 'late' : 'made'})
    revalidationSeconds.observe({}, milliseconds / 1000)
    if (latePaths.length > 0) reportContentProblem(`not made again in time: ${latePaths.join(' ')}`)
    log.info('revalidation', 'A change came through.', {document: change.id, milliseconds})
  } catch (error) {
    revalidations.count({outcome: 'failed'})
    rememberRevalidation({...revalidation, hasFailed: true})
    reportContentProblem(`the pages that show ${change.id} could not be asked for: ${String(error)}`, 'error')
  }
}

/**
 * Sends the change to this site once more, a little later. Next.js dates a page by when it was finished: one that
 * was begun before a change and finished after it would count as fresh. A message of its own, because tags marked
 * after an answer has been sent count only when everything that follows the answer is done.
 */
export async function repeatLater(change: DocumentChange, secret: string): Promise<void> {
  const deadline = steadyNow() + longestReadingMs
  do await wait(pauseMs)
  while (isReading() && steadyNow() < deadline)
  await sendToItself({...change, repeated: true}, secret)
}

/**
 * Tells this process of a change as the webhook does. Never throws.
 * @returns whether it need not be told of it again: it was followed, or is none that could be
 */
export async function sendToItself(change: DocumentChange, secret: string): Promise<boolean> {
  const body = JSON.stringify(change)
  const signature = await encodeSignatureHeader(body, Date.now(), secret)
  try {
    const answer = await fetch(`${ownOrigin(env())}/api/revalidate`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        [SIGNATURE_HEADER_NAME]: signature,
        ...headersOfOwnRequest(),
      },
    })
    await answer.body?.cancel()
    return answer.ok || answer.status === 400 || answer.status === 413
  } catch (error) {
    reportContentProblem(`the change of ${change.id} could not be repeated: ${String(error)}`, 'error')
    return false
  }
}
