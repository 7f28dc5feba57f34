import {agreementTo, type End, type Grant} from './agreement.ts'
import {type EventOf, eventsOfKind, type SignOffEvent} from './event.ts'
import type {Reviewer, SignOffRequest} from './request.ts'
import {isOpen, type RequestState} from './request-state.ts'

/** Where the sign-off of a document stands, as staff read it. */
export type SignOffState =
  | 'not-asked'
  | RequestState
  /** What stands there now is not what was asked about, or agreed to. */
  | 'out-of-date'
  /** By a record from before there was sign-off. */
  | 'recorded'
  | 'overridden'

export type ReviewerProgress = {
  reviewer: Reviewer
  /** When the link was opened first; null when it was not, as far as anybody knows. */
  openedAt: string | null
  answer: EventOf<'decided'> | null
  /** Whether no link of theirs works, because staff have stopped those that were sent. */
  isStopped: boolean
}

export type RequestProgress = {
  request: SignOffRequest
  state: RequestState
  /** When its links stop working: as it was asked for, or as it was extended. */
  until: string
  reviewers: ReviewerProgress[]
}

/**
 * Where a request stands at a moment.
 * @param events - about the document of the request, signed, in their order
 * @param now - in UTC, as in the events
 */
export function progressOf(
  request: SignOffRequest,
  events: readonly SignOffEvent[],
  now: string,
): RequestProgress {
  const own = events.filter((event) => 'request' in event && event.request === request.id)
  const until = eventsOfKind(own, 'extended').at(-1)?.until ?? request.until
  const reviewers = request.reviewers.map((reviewer) => {
    const opened = eventsOfKind(own, 'opened').find((event) => event.reviewer === reviewer.id)
    const isStopped = areLinksStopped(request, reviewer, own)
    return {reviewer, openedAt: opened?.at ?? null, answer: answerOf(reviewer, own), isStopped}
  })
  return {request, state: stateOfRequest(own, reviewers, until, now), until, reviewers}
}

function stateOfRequest(
  own: readonly SignOffEvent[],
  reviewers: readonly ReviewerProgress[],
  until: string,
  now: string,
): RequestState {
  const has = (kind: SignOffEvent['kind']) => own.some((event) => event.kind === kind)
  if (has('withdrawn')) return 'withdrawn'
  if (has('agreed')) return 'agreed'
  if (has('cancelled')) return 'cancelled'
  if (reviewers.some(({answer}) => answer?.answer === 'no')) return 'changes-asked'
  return now >= until ? 'expired' : 'waiting'
}

/** The answer of a reviewer; null before it is given. */
export function answerIn(
  {reviewers}: RequestProgress,
  {id}: Pick<Reviewer, 'id'>,
): EventOf<'decided'> | null {
  return reviewers.find(({reviewer}) => reviewer.id === id)?.answer ?? null
}

/**
 * Whether a reviewer may answer: while it is asked, for the first time, or again after a no. Whoever said no by mistake,
 * or has been told since what was not clear, need not be asked in another round. A yes is taken back instead.
 */
export function mayAnswer(
  progress: RequestProgress,
  reviewer: Pick<Reviewer, 'id'>,
  events: readonly SignOffEvent[],
  now: string,
): boolean {
  const {state, until, request} = progress
  if (answerIn(progress, reviewer)?.answer === 'yes') return false
  if (isPublished(request, events) || isAskedAgain(request, events)) return false
  return (isOpen(state) || state === 'agreed') && now < until
}

/** Whether staff have stopped the links of a reviewer, and have sent no other since. */
export function areLinksStopped(
  {id}: SignOffRequest,
  reviewer: Pick<Reviewer, 'id'>,
  events: readonly SignOffEvent[],
): boolean {
  const stopped = eventsOfKind(events, 'revoked')
    .filter(({request}) => request === id)
    .at(-1)
  const sent = eventsOfKind(events, 'sent')
    .filter((event) => event.request === id && event.reviewer === reviewer.id)
    .at(-1)
  return stopped !== undefined && stopped.number > (sent?.number ?? 0)
}

/**
 * Whether what was asked about has been published since: then there is nothing left to ask. Words that were published
 * before they were asked about are still asked about when something beside them is published.
 */
export function isPublished(
  request: Pick<SignOffRequest, 'id' | 'hash' | 'publishedHash'>,
  events: readonly SignOffEvent[],
): boolean {
  const {hash, publishedHash} = request
  if (hash === publishedHash) return false
  return eventsOfKind(events, 'published').some(
    (event) => event.hash === hash && event.number > placeOf(request, events),
  )
}

/**
 * Whether there is a later question about the document. Where the earlier one was agreed to, it is not cancelled; a late
 * yes to it would still bring back what somebody has refused or taken back in the later one.
 */
function isAskedAgain(request: Pick<SignOffRequest, 'id'>, events: readonly SignOffEvent[]): boolean {
  return eventsOfKind(events, 'requested').some(({number}) => number > placeOf(request, events))
}

/** The place in the record where it was asked. */
function placeOf({id}: Pick<SignOffRequest, 'id'>, events: readonly SignOffEvent[]): number {
  return eventsOfKind(events, 'requested').find(({request}) => request === id)?.number ?? 0
}

/** Whether the yes of these reviewers is enough: of all that are required, or of anybody where nobody is. */
export function isAgreed(reviewers: readonly ReviewerProgress[]): boolean {
  const saidYes = ({answer}: ReviewerProgress) => answer?.answer === 'yes'
  const required = reviewers.filter(({reviewer}) => reviewer.required)
  return required.length > 0 ? required.every(saidYes) : reviewers.some(saidYes)
}

/** The answer of a reviewer that counts, which is the last one; null before it is given. */
function answerOf({id}: Reviewer, own: readonly SignOffEvent[]): EventOf<'decided'> | null {
  return eventsOfKind(own, 'decided').findLast(({reviewer}) => reviewer === id) ?? null
}

/**
 * Where the sign-off of a document stands.
 * @param hash - of what stands there now: of the draft for staff, of what is published for visitors
 */
export function signOffState(
  hash: string,
  {requests, events, now, knownEnds}: StandingRecord,
): {state: SignOffState; grant: Grant | null; progress: RequestProgress | null} {
  const grant = agreementTo(hash, events, knownEnds(hash))
  const latest = requests.at(-1)
  const progress = latest === undefined ? null : progressOf(latest, events, now)
  const isRefused = progress?.state === 'changes-asked' && progress.request.hash === hash
  if (grant !== null && !isRefused) return {state: grant.kind, grant, progress}
  if (progress === null) return {state: wasGranted(events) ? 'out-of-date' : 'not-asked', grant, progress}
  const isAboutThis = progress.request.hash === hash
  const mayDiffer = progress.state === 'waiting' || progress.state === 'agreed'
  if (mayDiffer && !isAboutThis) return {state: 'out-of-date', grant, progress}
  // Agreed to, and agreed to no more: what ended it was taken out of the record.
  return {state: progress.state === 'agreed' ? 'withdrawn' : progress.state, grant, progress}
}

/** What is written down about one document. */
type StandingRecord = {
  /** The oldest first. */
  requests: readonly SignOffRequest[]
  events: readonly SignOffEvent[]
  now: string
  /** What is known to have ended agreements to words of this hash, though no event may say so any more. */
  knownEnds: (hash: string) => readonly End[]
}

function wasGranted(events: readonly SignOffEvent[]): boolean {
  return events.some(({kind}) => kind === 'recorded' || kind === 'overridden')
}
