import {endOf, readAsked} from '#lib/sign-off/ask.ts'
import type {EventDetails} from '#lib/sign-off/event.ts'
import {letterWithLink} from '#lib/sign-off/letters.ts'
import {letterAboutNewMailbox} from '#lib/sign-off/notices.ts'
import {type Reviewer, requestDocumentId, type SignOffRequest, signRequest} from '#lib/sign-off/request.ts'
import {isOpen} from '#lib/sign-off/request-state.ts'
import {progressOf} from '#lib/sign-off/state.ts'
import type {Subject, SubjectType} from '#lib/sign-off/subjects.ts'
import {newRequestId, newToken, tokenMark} from '#lib/sign-off/token.ts'
import {signOffTypes} from '#lib/sign-off/types.ts'
import {MalformedContentError} from '../lib/parse.ts'
import {type Around, handOver, SignOffRefusal, type Staff} from './around.ts'
import {askedBefore, newMailbox} from './asked-before.ts'
import {readReviewed} from './reviewed-content.ts'
import {snapshotOf} from './snapshot.ts'
import {readSubject, type SubjectVersion} from './subject.ts'
import {addressesOf, factsOf, type Notice, tell} from './tell.ts'

/** Why there is nothing to ask. */
const notToAsk: {readonly [type in SubjectType]: string} = {
  testimonial: 'There are no words yet to sign off: write them first.',
  school: 'The school says nothing of itself yet: write its own words first.',
  page: 'This page needs no sign-off: switch on “Needs the agreement of a school” first.',
}

/** What cannot be shown to visitors cannot be shown to a reviewer either. @throws SignOffRefusal */
function requireShowable(subject: Subject, {answer}: SubjectVersion): void {
  try {
    readReviewed(subject, answer, () => null)
  } catch (error) {
    if (!(error instanceof MalformedContentError)) throw error
    throw new SignOffRefusal(400, `This cannot be shown yet, because ${error.message}. Fill it in first.`)
  }
}

/** A link as staff may copy it. It is shown once: what is kept of it opens nothing. */
export type SentLink = {
  reviewer: Reviewer
  address: string
  /** Whether the letter went off. */
  mailed: boolean
}

/**
 * Freezes what would be shown, and sends everybody who is asked a link to it. A request that is still open is ended:
 * there is one question at a time. Where the mailbox is a new one for the school, those who were asked so far are told.
 * @throws SignOffRefusal when the form is not filled in, or there is nothing to ask about
 */
export async function askForSignOff(
  subject: Subject,
  form: unknown,
  staff: Staff,
  around: Around,
): Promise<{request: SignOffRequest; links: SentLink[]; told: Notice[]}> {
  const {ledger, keys, client} = around
  const versions = await readSubject(client, subject)
  const asked = versions.draft ?? versions.published
  if (asked === null) throw new SignOffRefusal(404, 'There is no such document. It may have been deleted.')
  if (!asked.isSubject) throw new SignOffRefusal(400, notToAsk[subject.type])
  requireShowable(subject, asked)
  const {request, tokens, mailbox} = await ledger.add(subject.id, async (record) => {
    const {asked: filledIn, problems} = readAsked(form, record.now)
    if (filledIn === null) throw new SignOffRefusal(400, ...problems)
    const {reviewers, why, dueOn, days} = filledIn
    const request: SignOffRequest = {
      id: newRequestId(),
      subject,
      school: versions.schoolId ?? '',
      title: versions.title,
      hash: asked.hash,
      publishedHash: versions.published?.hash ?? '',
      reviewers,
      why,
      dueOn,
      until: endOf(record.now, days),
      at: record.now,
      by: staff.id,
      byName: staff.name,
      byEmail: staff.email,
      round: (record.requests.at(-1)?.round ?? 0) + 1,
    }
    const by = {by: staff.id, byName: staff.name}
    const before = askedBefore(subject, versions.schoolId, await ledger.whole())
    const mailbox = newMailbox(reviewers, before, versions.contact)
    const sent = reviewers.map((reviewer) =>
      newLink(request, reviewer, {until: request.until, how: 'first', ...by}, around),
    )
    const ended: EventDetails[] = record.requests
      .filter((earlier) => isOpen(progressOf(earlier, record.events, record.now).state))
      .map(({id}) => ({kind: 'cancelled', subject, request: id, why: 'Asked again.', ...by}))
    return {
      events: [
        ...ended,
        {
          kind: 'requested',
          subject,
          request: request.id,
          hash: request.hash,
          told: addressesOf(mailbox.told),
          ...by,
        },
        ...sent.map(({event}) => event),
      ],
      documents: [
        snapshotOf(asked),
        ...(versions.published === null ? [] : [snapshotOf(versions.published)]),
        {
          _id: requestDocumentId(request.id),
          _type: signOffTypes.request,
          subject: subject.id,
          ...signRequest(request, keys),
        },
      ],
      result: {request, mailbox, tokens: sent.map(({token}) => token)},
    }
  })
  const links = await Promise.all(
    request.reviewers.map((reviewer, position) =>
      mailLink(request, reviewer, {token: tokens[position] ?? '', until: request.until}, around),
    ),
  )
  const told = await tell(
    mailbox.told,
    (person) =>
      letterAboutNewMailbox(factsOf(request.title, staff, around), person, {
        asked: mailbox.asked,
        byName: staff.name,
      }),
    around,
  )
  return {request, links, told}
}

/** A new link for a reviewer, and the event that says so. */
export function newLink(
  {id, subject}: SignOffRequest,
  reviewer: Reviewer,
  details: {until: string; how: string; by: string; byName: string},
  {keys}: Pick<Around, 'keys'>,
): {token: string; event: EventDetails} {
  const token = newToken()
  const mark = tokenMark(token, keys)
  return {token, event: {kind: 'sent', subject, request: id, reviewer: reviewer.id, token: mark, ...details}}
}

/** Where a link leads that carries a token. */
export const linkAddress = (token: string, {siteUrl}: Pick<Around, 'siteUrl'>) =>
  `${siteUrl}/review/open/${token}`

/** Sends a link. That a letter did not go off is said to staff, who can copy the link. */
export async function mailLink(
  request: SignOffRequest,
  reviewer: Reviewer,
  {token, until}: {token: string; until: string},
  around: Around,
): Promise<SentLink> {
  const address = linkAddress(token, around)
  const letter = letterWithLink({trustName: around.trustName, request, reviewer}, address, until)
  return {reviewer, address, mailed: await handOver(letter, around)}
}
