import {env} from '#lib/env.ts'
import {steadyNow} from '#lib/steady-clock.ts'
import {fetchUnchecked} from '../client.ts'
import {isFields} from '../parse.ts'
import {comparedQuery, stateOfContentQuery} from '../queries.ts'
import {reportContentProblem} from '../report.ts'
import {markedAt} from '../sharing/tag-table.ts'
import {documentTag} from '../tags.ts'
import type {DocumentChange} from './change.ts'
import {forgetHeardWhileAway, wasHeard} from './heard-changes.ts'
import {keepLook, readKeptLook} from './kept-look.ts'
import {noteMissed} from './last-revalidation.ts'
import {sendToItself} from './make-pages.ts'
import {compareLooks, type Look, leaveForLater, onItsWayMs, parseSeen} from './missed-changes.ts'

/** The server listens for its own messages soon after this begins, in milliseconds. */
const startMs = 1_000

/** The state is empty when something is left for the next look. */
type Compared = Look & {
  state: string
  at: number
  /** Those that could not be followed, by the ids of their documents. */
  failed: ReadonlySet<string>
}

/**
 * As long as the site runs, looks whether content changed without the webhook's saying so, and does then what it would
 * have asked for: a message that never comes costs minutes. Most times this is one small question to the lake.
 */
export function keepComparing(): void {
  const {webhookSecret, compareSeconds} = env()
  if (webhookSecret === null) return
  const folder = process.cwd()
  const kept = readKeptLook(folder)
  let last: Compared | null = kept && {...kept, untoldSince: new Map(), failed: new Set()}
  let isFirst = true
  const compare = async () => {
    try {
      const before = last
      last = await compareWith(before, webhookSecret, isFirst)
      isFirst = false
      if (last.state !== before?.state) await keepLook(folder, last)
    } catch {
      // The lake does not answer, which /api/health says; the next time will do.
    }
  }
  const again = () => {
    const isSoon = isFirst || (last !== null && last.untoldSince.size > last.failed.size)
    const pauseMs = isSoon ? Math.min(onItsWayMs, compareSeconds * 1000) : compareSeconds * 1000
    setTimeout(() => void compare().finally(again), pauseMs).unref()
  }
  setTimeout(() => void compare().finally(again), startMs).unref()
}

/**
 * @param isFirst - what has changed since the look of the process before was told to nobody who could still listen; what
 *   that one was told of just before its end is done twice
 */
async function compareWith(last: Compared | null, secret: string, isFirst: boolean): Promise<Compared> {
  const at = Date.now()
  const state = await askState()
  if (last?.state === state) {
    forgetHeardWhileAway()
    return {...last, at}
  }
  const options = {perspective: 'published', stega: false} as const
  const documents = parseSeen(await fetchUnchecked(comparedQuery, {}, options))
  if (last === null) {
    forgetHeardWhileAway()
    return {state, documents, at, untoldSince: new Map(), failed: new Set()}
  }
  const wasTold = ({id, revision}: DocumentChange) => {
    const changedAt = documents.get(id)?.changedAt ?? last.at
    return wasHeard({id, revision, changedAt, markedAt: isFirst ? null : markedAt(documentTag(id))})
  }
  const now = steadyNow()
  const {missed, look} = compareLooks(last, documents, wasTold, {now, patienceMs: isFirst ? 0 : onItsWayMs})
  forgetHeardWhileAway()
  const failed = new Set<string>()
  for (const change of missed) {
    const {id} = change
    const isTriedAgain = last.failed.has(id)
    reportContentProblem(`${id} ${whyNow(isFirst, isTriedAgain)}: its pages are made again now`)
    if (!(await sendToItself(change, secret))) {
      failed.add(id)
      leaveForLater(look, last, change, now - onItsWayMs)
    } else if (!isFirst && !isTriedAgain) noteMissed(1)
  }
  return {...look, failed, state: look.untoldSince.size > 0 ? '' : state, at}
}

function whyNow(isFirst: boolean, isTriedAgain: boolean): string {
  if (isTriedAgain) return 'has changed, which could not be followed before'
  return isFirst ? 'has changed while this site was down' : 'has changed, and the webhook did not tell of it'
}

async function askState(): Promise<string> {
  const answer: unknown = await fetchUnchecked(
    stateOfContentQuery,
    {},
    {perspective: 'published', stega: false},
  )
  return isFields(answer) ? `${answer.number} ${answer.changedAt}` : ''
}
