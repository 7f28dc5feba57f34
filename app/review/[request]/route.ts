import {answerIn} from '#lib/sign-off/state.ts'
import {isOpen} from '#sanity/sign-off/ask.ts'
import {leadOn, withReview} from '../answers.tsx'
import {showClosed, showReading} from '../show.tsx'
import {noAnswer} from '../typed.ts'

type Context = {params: Promise<{request: string}>}

/** What is asked about, and the question; for whoever has answered, the receipt. */
export async function GET(request: Request, {params}: Context): Promise<Response> {
  const {request: id} = await params
  return withReview(request, id, async (review, around) => {
    const {progress, reviewer} = review
    if (answerIn(progress, reviewer) !== null) return leadOn(`/review/${id}/receipt`)
    return isOpen(progress.state) || progress.state === 'agreed'
      ? showReading(review, around, noAnswer)
      : showClosed(around)
  })
}
