import {endOf} from '#lib/sign-off/ask.ts'
import type {EventDetails, SignOffEvent} from '#lib/sign-off/event.ts'
import {mostDays, type SignOffRequest} from '#lib/sign-off/request.ts'
import {isOpen} from '#lib/sign-off/request-state.ts'
import {progressOf} from '#lib/sign-off/state.ts'
import type {Subject} from '#lib/sign-off/subjects.ts'
import {type Around, SignOffRefusal, type Staff} from './around.ts'
import {mailLink, newLink, type SentLink} from './ask.ts'
import {isThere} from './subject.ts'

type Manage = {subject: Subject; requestId: string; staff: Staff; around: Around}

const nothingOpen = 'This request is over: nobody is asked any more.'

/** Ends a request: nobody is asked any more, and its links stop working. */
export function cancelRequest({subject, requestId, staff, around}: Manage, why: string): Promise<void> {
  return change({subject, requestId, around}, (request) => ({
    events: [
      {kind: 'cancelled', subject, request: request.id, why: why.trim(), by: staff.id, byName: staff.name},
    ],
    result: undefined,
  }))
}

/** Makes the links so far stop working, at once. New ones can be sent. */
export function revokeLinks({subject, requestId, staff, around}: Manage): Promise<void> {
  return change({subject, requestId, around}, (request) => ({
    events: [{kind: 'revoked', subject, request: request.id, by: staff.id, byName: staff.name}],
    result: undefined,
  }))
}

/** Gives more time: the links work for so many days more than they would, or than from now if they no longer do. */
export function extendRequest({subject, requestId, staff, around}: Manage, days: number): Promise<void> {
  if (!Number.isInteger(days) || days < 1 || days > mostDays)
    throw new SignOffRefusal(400, `Give from 1 to ${mostDays} days, as a whole number.`)
  return change(
    {subject, requestId, around},
    (request, now, events) => ({
      events: [
        {
          kind: 'extended',
          subject,
          request: request.id,
          until: laterOf(request, events, now, days),
          by: staff.id,
          byName: staff.name,
        },
      ],
      result: undefined,
    }),
    ['expired'],
  )
}

/** Sends a reviewer another link; those before go on working. */
export async function sendAgain(
  {subject, requestId, staff, around}: Manage,
  reviewerId: string,
): Promise<SentLink> {
  if (!(await isThere(subject, around.client)))
    throw new SignOffRefusal(404, 'This document was deleted, so there is nothing to read. End the request.')
  const made = await change({subject, requestId, around}, (request, now, events) => {
    const reviewer = request.reviewers.find(({id}) => id === reviewerId)
    if (reviewer === undefined) throw new SignOffRefusal(404, 'Nobody of this name was asked.')
    const {until} = progressOf(request, events, now)
    const link = newLink(request, reviewer, {until, how: 'again', by: staff.id, byName: staff.name}, around)
    return {events: [link.event], result: {request, reviewer, token: link.token, until}}
  })
  return mailLink(made.request, made.reviewer, made, around)
}

function laterOf(
  request: SignOffRequest,
  events: readonly SignOffEvent[],
  now: string,
  days: number,
): string {
  const {until} = progressOf(request, events, now)
  const [earlier = until] = [endOf(until > now ? until : now, days), endOf(now, mostDays)].sort()
  return earlier
}

function change<Result>(
  {subject, requestId, around}: Omit<Manage, 'staff'>,
  decide: (
    request: SignOffRequest,
    now: string,
    events: readonly SignOffEvent[],
  ) => {events: EventDetails[]; result: Result},
  also: string[] = [],
): Promise<Result> {
  return around.ledger.add(subject.id, ({requests, events, now}) => {
    const request = requests.find(({id}) => id === requestId)
    if (request === undefined) throw new SignOffRefusal(404, 'There is no such request for sign-off.')
    const {state} = progressOf(request, events, now)
    if (!isOpen(state) && !also.includes(state)) throw new SignOffRefusal(409, nothingOpen)
    return decide(request, now, events)
  })
}
