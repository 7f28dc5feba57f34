import {env} from '#lib/env.ts'
import {fetchUnchecked} from '../client.ts'
import {isFields} from '../parse.ts'
import {comparedQuery, stateOfContentQuery} from '../queries.ts'
import {reportContentProblem} from '../report.ts'
import {markedAt} from '../sharing/tag-table.ts'
import {documentTag} from '../tags.ts'
import {forgetHeardWhileAway, wasHeard} from './heard-changes.ts'
import {noteMissed} from './last-revalidation.ts'
import {sendToItself} from './make-pages.ts'
import {changesBetween, parseSeen, type Seen} from './missed-changes.ts'

/** The webhook's message of a change that is as young as this may still come, in milliseconds. */
const onItsWayMs = 10_000

type Compared = {state: string; documents: Map<string, Seen>; at: number}

/**
 * As long as the site runs, looks whether content changed without the webhook's saying so, and does then what it would
 * have asked for: a message that never comes costs minutes. Most times this is one small question to the lake.
 */
export function keepComparing(): void {
  const {webhookSecret, compareSeconds} = env()
  if (webhookSecret === null) return
  let last: Compared | null = null
  const compare = async () => {
    try {
      last = await compareWith(last, webhookSecret)
    } catch {
      // The lake does not answer, which /api/health says; the next time will do.
    }
  }
  const again = () => setTimeout(() => void compare().finally(again), compareSeconds * 1000).unref()
  void compare().finally(again)
}

async function compareWith(last: Compared | null, secret: string): Promise<Compared> {
  const at = Date.now()
  const state = await askState()
  if (last?.state === state) return {...last, at}
  const options = {perspective: 'published', stega: false} as const
  const documents = parseSeen(await fetchUnchecked(comparedQuery, {}, options))
  if (last === null) return {state, documents, at}
  let isOnItsWay = false
  const missed = changesBetween(last.documents, documents).filter(({id}) => {
    const changedAt = documents.get(id)?.changedAt ?? last.at
    const revision = documents.get(id)?.revision ?? null
    if (wasHeard({id, revision, changedAt, markedAt: markedAt(documentTag(id))})) return false
    if (at - changedAt >= onItsWayMs || !documents.has(id)) return true
    isOnItsWay = true
    const before = last.documents.get(id)
    if (before === undefined) documents.delete(id)
    else documents.set(id, before)
    return false
  })
  forgetHeardWhileAway()
  for (const change of missed) {
    reportContentProblem(`the webhook did not tell of a change of ${change.id}: its pages are made again now`)
    await sendToItself(change, secret)
  }
  noteMissed(missed.length)
  return {state: isOnItsWay ? '' : state, documents, at}
}

async function askState(): Promise<string> {
  const answer: unknown = await fetchUnchecked(
    stateOfContentQuery,
    {},
    {perspective: 'published', stega: false},
  )
  return isFields(answer) ? `${answer.number} ${answer.changedAt}` : ''
}
