import type {End} from '#lib/sign-off/agreement.ts'
import type {ToConfirm} from '#lib/sign-off/answer.ts'
import {endOf} from '#lib/sign-off/ask.ts'
import {type EventDetails, type EventOf, eventsOfKind} from '#lib/sign-off/event.ts'
import {isSameSecret} from '#lib/sign-off/keys.ts'
import {letterToStaff, letterWithCode, letterWithReceipt} from '#lib/sign-off/letters.ts'
import {letterAboutWithdrawal} from '#lib/sign-off/notices.ts'
import {mostDays} from '#lib/sign-off/request.ts'
import {answerIn, isAgreed, mayAnswer, progressOf} from '#lib/sign-off/state.ts'
import type {Subject} from '#lib/sign-off/subjects.ts'
import {
  type Confirmed,
  codeLifeMs,
  codeMark,
  digitsOf,
  mostCodesAnHour,
  mostCodeTries,
  newCode,
} from '#lib/sign-off/token.ts'
import {type Around, handOver} from './around.ts'
import {linkAddress, newLink} from './ask.ts'
import {codesSent, guesses, hourMs, placeOf, whoseCode} from './code-counts.ts'
import type {SubjectRecord} from './ledger.ts'
import type {Review} from './review.ts'

export type CodeOutcome =
  | {kind: 'sent'}
  /** There is nothing to confirm: it was answered already, or asked again, or is published. */
  | {kind: 'closed'}
  | {kind: 'too-many'}
  | {kind: 'not-sent'}

/** Sends a code that confirms this answer, and no other. */
export async function sendCode(review: Review, answer: ToConfirm, around: Around): Promise<CodeOutcome> {
  const {request, reviewer} = review
  const code = newCode()
  if (codesSent().waitMs(placeOf(review)) > 0) return {kind: 'too-many'}
  codesSent().use(placeOf(review))
  const outcome = await around.ledger.add<CodeOutcome>(request.subject.id, (record) => {
    if (!mayConfirm(review, answer, record)) return {events: [], result: {kind: 'closed'}}
    const sent = codesOf(review, record)
    const since = new Date(Date.parse(record.now) - hourMs).toISOString()
    if (sent.filter(({at}) => at > since).length >= mostCodesAnHour)
      return {events: [], result: {kind: 'too-many'}}
    const event: EventDetails = {
      kind: 'code-sent',
      subject: request.subject,
      request: request.id,
      reviewer: reviewer.id,
      code: codeMark(code, confirmedBy(review, answer), around.keys),
      until: new Date(Date.parse(record.now) + codeLifeMs).toISOString(),
    }
    return {events: [event], result: {kind: 'sent'}}
  })
  if (outcome.kind !== 'sent') {
    codesSent().takeBack(placeOf(review))
    return outcome
  }
  const letter = letterWithCode({trustName: around.trustName, request, reviewer}, answer.answer, code)
  return (await handOver(letter, around)) ? outcome : {kind: 'not-sent'}
}

export type ConfirmOutcome =
  /** With the token of the link to the receipt, and the last event before the answer. */
  | {kind: 'confirmed'; token: string; before: End}
  | {kind: 'closed'}
  /** What was typed has not six digits, and counts as no try. */
  | {kind: 'no-code'}
  | {kind: 'wrong'; triesLeft: number}
  /** The last code is too old, was tried too often, or belongs to another answer. */
  | {kind: 'code-over'}

/**
 * Writes an answer down when its code is right: once, however often and from wherever it is sent.
 * @param typed - the code as somebody typed it
 */
export async function confirm(
  review: Review,
  answer: ToConfirm,
  typed: string,
  around: Around,
): Promise<ConfirmOutcome> {
  const {request, reviewer} = review
  const {subject, id} = request
  const base = {subject, request: id, reviewer: reviewer.id}
  if (!/^\d{6}$/.test(digitsOf(typed))) return {kind: 'no-code'}
  const mailbox = whoseCode(review)
  if (guesses().waitMs(mailbox) > 0) return {kind: 'code-over'}
  // Counted before it is looked at, because many may come at once; taken back where it was no wrong one.
  guesses().use(mailbox)
  let isWrong = false
  const outcome = await around.ledger.add<ConfirmOutcome>(subject.id, (record) => {
    if (!mayConfirm(review, answer, record)) return {events: [], result: {kind: 'closed'}}
    const sent = codesOf(review, record).at(-1)
    if (sent === undefined) return {events: [], result: {kind: 'code-over'}}
    const codeEvent = String(sent.number)
    // Sent twice: what the first one did stands.
    if (isUsed(codeEvent, record)) return {events: [], result: {kind: 'closed'}}
    const tries = triesOf(sent, record)
    if (record.now >= sent.until || tries >= mostCodeTries) return {events: [], result: {kind: 'code-over'}}
    const mark = codeMark(typed, confirmedBy(review, answer), around.keys)
    isWrong = !isSameSecret(mark, sent.code)
    if (isWrong) {
      const triesLeft = mostCodeTries - tries - 1
      return {
        events: [{kind: 'code-refused', ...base, codeEvent}],
        result: triesLeft === 0 ? {kind: 'code-over'} : {kind: 'wrong', triesLeft},
      }
    }
    const until = endOf(record.now, mostDays)
    const receipt = newLink(request, reviewer, {until, how: 'receipt', by: '', byName: ''}, around)
    return {
      events: [...eventsOfAnswer(review, answer, codeEvent, record), receipt.event],
      result: {kind: 'confirmed', token: receipt.token, before: lastOf(record)},
    }
  })
  if (!isWrong) guesses().takeBack(mailbox)
  // By what was read before, not by what the dataset says now: that may have been altered in between.
  if (outcome.kind !== 'confirmed') return outcome
  if (answer.answer === 'withdraw') around.noteEnd(subject.id, outcome.before)
  if (answer.answer === 'no' && reviewer.required) around.noteEnd(subject.id, outcome.before, request.hash)
  await tellEverybody(review, answer, linkAddress(outcome.token, around), around)
  return outcome
}

/** How the code that was sent last to a reviewer stands. */
export type CodeState =
  /** None was sent, or the last one has confirmed an answer. */
  {kind: 'none'} | {kind: 'sent'; triesLeft: number} | {kind: 'over'}

export function codeStateOf(review: Review): CodeState {
  const {record} = review
  const sent = codesOf(review, record).at(-1)
  if (sent === undefined || isUsed(String(sent.number), record)) return {kind: 'none'}
  const triesLeft = mostCodeTries - triesOf(sent, record)
  const isOver = record.now >= sent.until || triesLeft <= 0
  return isOver || guesses().waitMs(whoseCode(review)) > 0 ? {kind: 'over'} : {kind: 'sent', triesLeft}
}

/** How often a wrong code was given for one that was sent. */
function triesOf({number}: EventOf<'code-sent'>, {events}: SubjectRecord): number {
  return eventsOfKind(events, 'code-refused').filter((event) => event.codeEvent === String(number)).length
}

function lastOf({events, now}: SubjectRecord): End {
  return {number: events.at(-1)?.number ?? 0, at: now}
}

function eventsOfAnswer(
  review: Review,
  {answer, comment, passage, onBehalfOf}: ToConfirm,
  codeEvent: string,
  record: SubjectRecord,
): EventDetails[] {
  const {request, reviewer} = review
  const base = {subject: request.subject, request: request.id, reviewer: reviewer.id}
  if (answer === 'withdraw') return [{kind: 'withdrawn', ...base, why: comment, codeEvent}]
  const decided: EventDetails = {
    kind: 'decided',
    ...base,
    needed: reviewer.required ? 'yes' : 'no',
    hash: request.hash,
    answer,
    comment,
    passage,
    onBehalfOf,
    codeEvent,
  }
  if (answer === 'no') return [decided]
  const after = [...record.events, {...decided, number: Number.MAX_SAFE_INTEGER, at: record.now, before: ''}]
  const {reviewers} = progressOf(request, after, record.now)
  const agreed: EventDetails = {
    kind: 'agreed',
    subject: request.subject,
    request: request.id,
    hash: request.hash,
  }
  return isAgreed(reviewers) ? [decided, agreed] : [decided]
}

/** An answer is given while it is asked for; a yes can be taken back by whoever gave it. */
function mayConfirm({request, reviewer}: Review, {answer}: ToConfirm, {events, now}: SubjectRecord): boolean {
  const progress = progressOf(request, events, now)
  if (answer !== 'withdraw') return mayAnswer(progress, reviewer, events, now)
  return answerIn(progress, reviewer)?.answer === 'yes' && progress.state !== 'withdrawn'
}

function codesOf({request, reviewer}: Review, {events}: SubjectRecord): EventOf<'code-sent'>[] {
  return eventsOfKind(events, 'code-sent').filter(
    (event) => event.request === request.id && event.reviewer === reviewer.id,
  )
}

function isUsed(codeEvent: string, {events}: SubjectRecord): boolean {
  return events.some(
    (event) => (event.kind === 'decided' || event.kind === 'withdrawn') && event.codeEvent === codeEvent,
  )
}

function confirmedBy({request, reviewer}: Review, answer: ToConfirm): Confirmed {
  return {request: request.id, reviewer: reviewer.id, hash: request.hash, ...answer}
}

/** Where staff open a document. */
function studioAddress({type, id}: Subject, {siteUrl}: Around): string {
  return `${siteUrl}/studio/intent/edit/id=${id};type=${type}/`
}

/** The answer stands; that a letter about it did not go off is for the log. */
async function tellEverybody(
  {request, reviewer}: Review,
  given: ToConfirm,
  receipt: string,
  around: Around,
): Promise<void> {
  const facts = {trustName: around.trustName, request, reviewer}
  const answer = {...given, at: new Date().toISOString()}
  const others = given.answer === 'withdraw' ? request.reviewers.filter(({id}) => id !== reviewer.id) : []
  const withdrawn = {by: reviewer.name, at: answer.at}
  const letters = [
    letterWithReceipt(facts, answer, receipt),
    ...(request.byEmail === '' ? [] : [letterToStaff(facts, answer, studioAddress(request.subject, around))]),
    ...others.map((other) => letterAboutWithdrawal({...facts, reviewer: other}, withdrawn)),
  ]
  for (const letter of letters) await handOver(letter, around)
}
