import {dayOfMoment} from '#lib/dates.ts'
import {agreementTo} from '#lib/sign-off/agreement.ts'
import {eventsOfKind} from '#lib/sign-off/event.ts'
import {letterWithReminder, type Reminder} from '#lib/sign-off/letters.ts'
import {timeZone} from '#lib/sign-off/moment.ts'
import {reminderDue} from '#lib/sign-off/reminders.ts'
import type {Reviewer, SignOffRequest} from '#lib/sign-off/request.ts'
import {answerIn, areLinksStopped, progressOf} from '#lib/sign-off/state.ts'
import {type Around, handOver} from './around.ts'
import {linkAddress, newLink} from './ask.ts'
import type {SubjectRecord} from './ledger.ts'
import {isThere} from './subject.ts'

/**
 * Reminds everybody whose answer is due, each once, however many processes do this and however often.
 * @returns how many letters went off
 */
export async function remindReviewers(around: Around): Promise<number> {
  let sent = 0
  for (const record of (await around.ledger.whole()).all) {
    const request = record.requests.at(-1)
    if (request === undefined) continue
    const due = request.reviewers.filter((reviewer) => dueFor(request, reviewer, record) !== null)
    if (due.length === 0 || !(await isThere(request.subject, around.client))) continue
    for (const reviewer of due) if (await remind(request, reviewer, around)) sent += 1
  }
  return sent
}

function dueFor(
  request: SignOffRequest,
  reviewer: Reviewer,
  {events, now, knownEnds}: SubjectRecord,
): Reminder | null {
  const progress = progressOf(request, events, now)
  const isAnswered = answerIn(progress, reviewer) !== null
  if (
    progress.state !== 'waiting' ||
    isAnswered ||
    agreementTo(request.hash, events, knownEnds(request.hash)) !== null
  )
    return null
  if (areLinksStopped(request, reviewer, events)) return null
  const day = (moment: string) => dayOfMoment(moment, timeZone) ?? moment.slice(0, 10)
  const sent = eventsOfKind(events, 'reminded')
    .filter((event) => event.request === request.id && event.reviewer === reviewer.id)
    .map(({which}) => which)
  return reminderDue({askedOn: day(request.at), dueOn: request.dueOn, today: day(now)}, sent)
}

/** Written down before the letter goes: nobody is reminded twice because two processes woke at once. */
async function remind(request: SignOffRequest, reviewer: Reviewer, around: Around): Promise<boolean> {
  const made = await around.ledger.add(request.subject.id, (record) => {
    const which = dueFor(request, reviewer, record)
    if (which === null) return {events: [], result: null}
    const {until} = progressOf(request, record.events, record.now)
    const link = newLink(request, reviewer, {until, how: 'reminder', by: '', byName: ''}, around)
    const reminded = {
      kind: 'reminded',
      subject: request.subject,
      request: request.id,
      reviewer: reviewer.id,
      which,
    } as const
    return {events: [reminded, link.event], result: {which, token: link.token}}
  })
  if (made === null) return false
  const facts = {trustName: around.trustName, request, reviewer}
  return handOver(letterWithReminder(facts, made.which, linkAddress(made.token, around)), around)
}
