import {Receipt} from '#components/review/receipt.tsx'
import {readToConfirm} from '#lib/sign-off/answer.ts'
import {eventsOfKind} from '#lib/sign-off/event.ts'
import {partsOf} from '#lib/sign-off/parts.ts'
import {answerIn, mayAnswer} from '#lib/sign-off/state.ts'
import type {Around} from '#sanity/sign-off/around.ts'
import {siteGate} from '#sanity/sign-off/gate.ts'
import type {Review} from '#sanity/sign-off/review.ts'
import {readReviewed} from '#sanity/sign-off/reviewed-content.ts'
import {readSnapshot} from '#sanity/sign-off/snapshot.ts'
import {visible} from '#sanity/sign-off/visible.ts'
import {leadOn, page, withReview} from '../../answers.tsx'
import {typedBefore} from '../../typed.ts'

type Context = {params: Promise<{request: string}>}

/** What was answered, with the exact words. */
export async function GET(incoming: Request, {params}: Context): Promise<Response> {
  const {request: id} = await params
  const isWrong = new URL(incoming.url).searchParams.has('wrong')
  return withReview(incoming, id, async (review, around) => {
    const {request, reviewer, progress, record} = review
    const {subject} = request
    const answer = answerIn(progress, reviewer)
    if (answer === null) return leadOn(`/review/${id}`)
    const snapshot = await readSnapshot(around, subject.type, request.hash)
    if (snapshot === null) throw new Error('The snapshot of a request is gone, or was altered.')
    return page(
      isWrong ? 'Error: Your answer' : 'Your answer',
      <Receipt
        trustName={around.trustName}
        request={request}
        reviewer={reviewer}
        content={readReviewed(subject, snapshot, siteGate)}
        answer={answer}
        withdrawal={withdrawalOf(review)}
        parts={subject.type === 'page' ? partsOf('page', visible(snapshot)) : []}
        changeUntil={mayAnswer(progress, reviewer, record.events, record.now) ? progress.until : null}
        why={isWrong ? await whyItEnds(incoming, review, around) : {typed: '', error: null}}
      />,
      isWrong ? 422 : 200,
    )
  })
}

/** Who has taken the agreement back; null when nobody has. */
function withdrawalOf({request, reviewer, record}: Review) {
  const withdrawn = eventsOfKind(record.events, 'withdrawn').findLast((event) => event.request === request.id)
  if (withdrawn === undefined) return null
  const by = request.reviewers.find(({id}) => id === withdrawn.reviewer)
  return {isOwn: by?.id === reviewer.id, by: by?.name ?? 'Somebody', at: withdrawn.at}
}

/** What was typed about it just now, and what is wrong with it. */
async function whyItEnds(incoming: Request, review: Review, around: Around) {
  const typed = await typedBefore(incoming, review, around)
  const problem = typed && readToConfirm(typed).problems.find(({field}) => field === 'comment')
  return {typed: typed?.comment ?? '', error: problem?.message ?? null}
}
