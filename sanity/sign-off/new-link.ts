import {mailboxOf} from '#lib/mail/address.ts'
import {endOf} from '#lib/sign-off/ask.ts'
import {type EventDetails, eventsOfKind} from '#lib/sign-off/event.ts'
import {mostDays, type Reviewer, type SignOffRequest, usualDays} from '#lib/sign-off/request.ts'
import {isOpen} from '#lib/sign-off/request-state.ts'
import {answerIn, areLinksStopped, isPublished, progressOf} from '#lib/sign-off/state.ts'
import type {Around} from './around.ts'
import {mailLink, newLink} from './ask.ts'
import type {SubjectRecord} from './ledger.ts'
import {findSent} from './review.ts'
import {isThere} from './subject.ts'

const hourMs = 60 * 60_000
const mostAnHour = 3

/**
 * Sends a new link in the place of an old one, to the address that the old one went to and to no other. What comes of it
 * is not said to whoever asks. Nothing is sent for a link that staff took back, nor where there is nothing to read any
 * more, nor again and again.
 */
export async function sendNewLink(token: string, around: Around): Promise<void> {
  const found = await findSent(token, around)
  const asked = found?.request.reviewers.find(({id}) => id === found.sent.reviewer)
  if (found === null || asked === undefined) return
  const isGone = !(await isThere(found.request.subject, around.client))
  const made = await around.ledger.add<Made | null>(found.request.subject.id, (record) => {
    const place = placeOf(found.request, asked, record)
    if (place === null || (isGone && !place.isAnswered)) return {events: [], result: null}
    const {request, reviewer, until, isExtended} = place
    const link = newLink(request, reviewer, {until, how: 'asked', by: '', byName: ''}, around)
    const extended: EventDetails = {
      kind: 'extended',
      subject: request.subject,
      request: request.id,
      until,
      by: '',
      byName: '',
    }
    return {
      events: [...(isExtended ? [extended] : []), link.event],
      result: {request, reviewer, token: link.token, until},
    }
  })
  if (made !== null) await mailLink(made.request, made.reviewer, made, around)
}

type Made = {request: SignOffRequest; reviewer: Reviewer; token: string; until: string}

type Place = {
  request: SignOffRequest
  reviewer: Reviewer
  until: string
  isExtended: boolean
  /** Whether it is the receipt. */
  isAnswered: boolean
}

/** Where a new link leads: to the receipt, to the question, or to that of a later request to the same address. */
function placeOf(request: SignOffRequest, reviewer: Reviewer, record: SubjectRecord): Place | null {
  const {events, now} = record
  if (areLinksStopped(request, reviewer, events) || isTooOften(request, reviewer, record)) return null
  const progress = progressOf(request, events, now)
  const {state, until} = progress
  if (answerIn(progress, reviewer) !== null)
    return {request, reviewer, until: endOf(now, usualDays), isExtended: false, isAnswered: true}
  if (state === 'cancelled') {
    const latest = record.requests.at(-1)
    const own = latest?.reviewers.find(({email}) => mailboxOf(email) === mailboxOf(reviewer.email))
    return latest === undefined || own === undefined || latest.id === request.id
      ? null
      : placeOf(latest, own, record)
  }
  if (isPublished(request, events)) return null
  if (isOpen(state)) return {request, reviewer, until, isExtended: false, isAnswered: false}
  // Too late, but not for good: whoever asks for the link may still answer, as long as a link may work at all.
  const last = endOf(request.at, mostDays)
  const later = [endOf(now, usualDays), last].sort()[0] ?? last
  return state === 'expired' && now < later
    ? {request, reviewer, until: later, isExtended: true, isAnswered: false}
    : null
}

function isTooOften(request: SignOffRequest, reviewer: Reviewer, {events, now}: SubjectRecord): boolean {
  const since = new Date(Date.parse(now) - hourMs).toISOString()
  const lately = eventsOfKind(events, 'sent').filter(
    (event) =>
      event.request === request.id &&
      event.reviewer === reviewer.id &&
      event.how === 'asked' &&
      event.at > since,
  )
  return lately.length >= mostAnHour
}
