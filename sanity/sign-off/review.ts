import {type EventOf, eventsOfKind} from '#lib/sign-off/event.ts'
import {isSameSecret} from '#lib/sign-off/keys.ts'
import {openRequest, type Reviewer, requestDocumentId, type SignOffRequest} from '#lib/sign-off/request.ts'
import {answerIn, isPublished, progressOf, type RequestProgress} from '#lib/sign-off/state.ts'
import {isToken, tokenMark} from '#lib/sign-off/token.ts'
import {signOffTypes} from '#lib/sign-off/types.ts'
import {type Around, rawClient} from './around.ts'
import {openEvents, type SubjectRecord} from './ledger.ts'
import {isThere} from './subject.ts'

/** What a link opens: one request, as one of those who are asked. */
export type Review = {
  request: SignOffRequest
  reviewer: Reviewer
  progress: RequestProgress
  record: SubjectRecord
}

/** However many say so: whoever may write to the dataset could put others before the one that counts. */
const sentQuery = `*[_type == "${signOffTypes.event}" && token == $mark]{_id, record, signature}`

/**
 * What a token opens at this moment, by the record as it is now; null when it opens nothing, for whatever reason.
 * @param requestId - of the address that the token came with; null when it came in the link itself
 */
export async function findReview(
  token: string,
  requestId: string | null,
  around: Around,
): Promise<Review | null> {
  const found = await findSent(token, around)
  if (found === null || (requestId !== null && found.request.id !== requestId)) return null
  const {sent, request, record} = found
  const reviewer = request.reviewers.find(({id}) => id === sent.reviewer)
  const progress = progressOf(request, record.events, record.now)
  if (reviewer === undefined) return null
  if (
    eventsOfKind(record.events, 'revoked').some(
      (event) => event.request === request.id && event.number > sent.number,
    )
  )
    return null
  const isAnswered = answerIn(progress, reviewer) !== null
  const isSettled = progress.state === 'cancelled' || isPublished(request, record.events)
  if (!isAnswered && (isSettled || !(await isThere(request.subject, around.client)))) return null
  const isOver = record.now >= sent.until && record.now >= progress.until
  return isOver ? null : {request, reviewer, progress, record}
}

/** What the server sent a token for, whether or not it still opens anything. */
export async function findSent(
  token: string,
  {client, keys, ledger}: Around,
): Promise<{sent: EventOf<'sent'>; request: SignOffRequest; record: SubjectRecord} | null> {
  if (!isToken(token)) return null
  const mark = tokenMark(token, keys)
  const documents = await rawClient(client).fetch<unknown>(sentQuery, {mark}, {tag: 'sign-off.link'})
  const sent = eventsOfKind(openEvents(documents, keys), 'sent').find((event) =>
    isSameSecret(event.token, mark),
  )
  if (sent === undefined) return null
  const request = await readRequest(sent.request, {client, keys})
  return request === null ? null : {sent, request, record: await ledger.about(request.subject.id)}
}

/** The request of this id; null when there is none that the server signed. */
export async function readRequest(
  id: string,
  {client, keys}: Pick<Around, 'client' | 'keys'>,
): Promise<SignOffRequest | null> {
  const request = openRequest(await rawClient(client).getDocument(requestDocumentId(id)), keys)
  return request?.id === id ? request : null
}

/** Notes that a link was opened, once for each reviewer: mail filters open it again and again. */
export async function noteOpened({request, reviewer}: Review, {ledger}: Around): Promise<void> {
  const {id, subject} = request
  await ledger.add(subject.id, ({events}) => {
    const isKnown = eventsOfKind(events, 'opened').some(
      (event) => event.request === id && event.reviewer === reviewer.id,
    )
    return {
      events: isKnown ? [] : [{kind: 'opened', subject, request: id, reviewer: reviewer.id}],
      result: undefined,
    }
  })
}
