import {endOf} from '#lib/sign-off/ask.ts'
import {eventsOfKind} from '#lib/sign-off/event.ts'
import {usualDays} from '#lib/sign-off/request.ts'
import {progressOf} from '#lib/sign-off/state.ts'
import type {Around} from './around.ts'
import {mailLink, newLink} from './ask.ts'
import {findSent} from './review.ts'

const hourMs = 60 * 60_000
const mostAnHour = 3

/**
 * Sends a new link in the place of an old one, to the address that the old one went to and to no other. What comes of
 * it is not said to whoever asks. Nothing is sent for a link that staff took back, and not again and again.
 */
export async function sendNewLink(token: string, around: Around): Promise<void> {
  const found = await findSent(token, around)
  const reviewer = found?.request.reviewers.find(({id}) => id === found.sent.reviewer)
  if (found === null || reviewer === undefined) return
  const {request, sent} = found
  const made = await around.ledger.add(request.subject.id, (record) => {
    const {events, now} = record
    const since = new Date(Date.parse(now) - hourMs).toISOString()
    const lately = eventsOfKind(events, 'sent').filter(
      (event) =>
        event.request === request.id &&
        event.reviewer === reviewer.id &&
        event.how === 'asked' &&
        event.at > since,
    )
    const isRevoked = eventsOfKind(events, 'revoked').some(
      (event) => event.request === request.id && event.number > sent.number,
    )
    const {state} = progressOf(request, events, now)
    if (isRevoked || state === 'cancelled' || lately.length >= mostAnHour) return {events: [], result: null}
    const until = endOf(now, usualDays)
    const link = newLink(request, reviewer, {until, how: 'asked', by: '', byName: ''}, around)
    return {events: [link.event], result: {token: link.token, until}}
  })
  if (made !== null) await mailLink(request, reviewer, made, around)
}
