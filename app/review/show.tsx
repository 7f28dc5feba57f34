import {ReviewMessage} from '#components/review/message.tsx'
import {ReviewReading} from '#components/review/reading.tsx'
import {mailboxOf} from '#lib/mail/address.ts'
import type {AnswerProblem, TypedAnswer} from '#lib/sign-off/answer.ts'
import {differences} from '#lib/sign-off/differences.ts'
import type {EventOf} from '#lib/sign-off/event.ts'
import {partsOf} from '#lib/sign-off/parts.ts'
import type {SignOffRequest} from '#lib/sign-off/request.ts'
import type {Around} from '#sanity/sign-off/around.ts'
import {siteGate} from '#sanity/sign-off/gate.ts'
import type {Review} from '#sanity/sign-off/review.ts'
import {readReviewed} from '#sanity/sign-off/reviewed-content.ts'
import {readSnapshot} from '#sanity/sign-off/snapshot.ts'
import {visible} from '#sanity/sign-off/visible.ts'
import {page} from './answers.tsx'

/** The page that is read, with the question as it stands. */
export async function showReading(
  review: Review,
  around: Around,
  given: EventOf<'decided'> | null,
  typed: TypedAnswer,
  problems: readonly AnswerProblem[] = [],
): Promise<Response> {
  const {request, reviewer, record} = review
  const {type} = request.subject
  const snapshot = (hash: string) => readSnapshot(around, type, hash)
  const earlier = record.requests.filter((other) => isEarlierRound(other, review)).at(-1)
  const [asked, published, before] = await Promise.all([
    snapshot(request.hash),
    request.publishedHash === '' ? null : snapshot(request.publishedHash),
    earlier === undefined ? null : snapshot(earlier.hash),
  ])
  if (asked === null) throw new Error('The snapshot of a request is gone, or was altered.')
  const leftOut: string[] = []
  const words = visible(asked)
  const content = readReviewed(request.subject, words, siteGate, (part) => leftOut.push(part))
  const title = 'Are you happy with this?'
  return page(
    problems.length > 0 ? `Error: ${title}` : title,
    <ReviewReading
      trustName={around.trustName}
      request={request}
      reviewer={reviewer}
      content={content}
      parts={type === 'page' ? partsOf(type, words) : []}
      isIncomplete={type === 'page' && leftOut.length > 0}
      changes={published === null ? null : differences(type, visible(published), words)}
      changesOfRound={before === null ? null : differences(type, visible(before), words)}
      given={given}
      typed={typed}
      problems={problems}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

/** The words of a round before are shown to whoever was asked then, about the same school. */
function isEarlierRound(other: SignOffRequest, {request, reviewer}: Review): boolean {
  const wasAsked = other.reviewers.some(({email}) => mailboxOf(email) === mailboxOf(reviewer.email))
  return other.round < request.round && other.school === request.school && wasAsked
}

/** For whoever cannot answer any more, though the link still works. */
export function showClosed({trustName}: Around): Promise<Response> {
  const title = 'There is nothing to answer any more'
  return page(
    title,
    <ReviewMessage trustName={trustName} title={title}>
      <p>The time to answer is over, or the question was settled without your answer.</p>
      <p>If you would like to say something about it, reply to our e-mail.</p>
    </ReviewMessage>,
  )
}

/** For a network from which more was typed in an hour than people type. */
export function showTooMany({trustName}: Around): Promise<Response> {
  const title = 'Too many answers at once'
  return page(
    title,
    <ReviewMessage trustName={trustName} title={title}>
      <p>
        Somebody has typed very many answers in the last hour, from the internet connection that you use.
        Nothing was decided. Please go back, and send yours again in an hour.
      </p>
      <p>If it cannot wait, reply to our e-mail.</p>
    </ReviewMessage>,
    429,
  )
}
