import {CheckAnswer} from '#components/review/check-answer.tsx'
import {readAnswer} from '#lib/sign-off/answer.ts'
import {mayAnswer} from '#lib/sign-off/state.ts'
import {leadOn, page, withReview} from '../../answers.tsx'
import {typedBefore} from '../../typed.ts'

type Context = {params: Promise<{request: string}>}

/** The answer once more, before it is confirmed. */
export async function GET(incoming: Request, {params}: Context): Promise<Response> {
  const {request: id} = await params
  return withReview(incoming, id, async (review, around) => {
    const {request, reviewer, progress, record} = review
    const typed = await typedBefore(incoming, review, around)
    const answer = typed && readAnswer(typed).answer
    if (answer === null || !mayAnswer(progress, reviewer, record.events, record.now))
      return leadOn(`/review/${id}`)
    const {trustName} = around
    return page(
      'Check your answer',
      <CheckAnswer trustName={trustName} request={request} reviewer={reviewer} answer={answer} />,
    )
  })
}
