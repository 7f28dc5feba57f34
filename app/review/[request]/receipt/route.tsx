import {Receipt} from '#components/review/receipt.tsx'
import {eventsOfKind} from '#lib/sign-off/event.ts'
import {answerIn} from '#lib/sign-off/state.ts'
import {siteGate} from '#sanity/sign-off/gate.ts'
import {readReviewed} from '#sanity/sign-off/reviewed-content.ts'
import {readSnapshot} from '#sanity/sign-off/snapshot.ts'
import {leadOn, page, withReview} from '../../answers.tsx'

type Context = {params: Promise<{request: string}>}

/** What was answered, with the exact words. */
export async function GET(incoming: Request, {params}: Context): Promise<Response> {
  const {request: id} = await params
  return withReview(incoming, id, async ({request, reviewer, progress, record}, {client, trustName}) => {
    const answer = answerIn(progress, reviewer)
    if (answer === null) return leadOn(`/review/${id}`)
    const snapshot = await readSnapshot(client, request.subject.type, request.hash)
    if (snapshot === null) throw new Error('The snapshot of a request is gone, or was altered.')
    const withdrawn = eventsOfKind(record.events, 'withdrawn')
      .filter((event) => event.request === id)
      .at(-1)
    const by = request.reviewers.find((each) => each.id === withdrawn?.reviewer)
    return page(
      'Your answer',
      <Receipt
        trustName={trustName}
        request={request}
        reviewer={reviewer}
        content={readReviewed(request.subject, snapshot, siteGate)}
        answer={answer}
        withdrawal={
          withdrawn === undefined
            ? null
            : {isOwn: by?.id === reviewer.id, by: by?.name ?? 'Somebody', at: withdrawn.at}
        }
      />,
    )
  })
}
