import {readAnswer} from '#lib/sign-off/answer.ts'
import {answerIn, mayAnswer} from '#lib/sign-off/state.ts'
import {leadOn, withReview} from '../answers.tsx'
import {showClosed, showReading} from '../show.tsx'
import {noAnswer, typedBefore} from '../typed.ts'

type Context = {params: Promise<{request: string}>}

/** What is asked about, and the question; for whoever has answered, the receipt, unless the answer is to change. */
export async function GET(request: Request, {params}: Context): Promise<Response> {
  const {request: id} = await params
  const {searchParams} = new URL(request.url)
  return withReview(request, id, async (review, around) => {
    const {progress, reviewer, record} = review
    const given = answerIn(progress, reviewer)
    const isChanging = searchParams.has('change') || searchParams.has('wrong')
    const may = mayAnswer(progress, reviewer, record.events, record.now)
    if (given !== null && !(may && isChanging)) return leadOn(`/review/${id}/receipt`)
    if (!may) return showClosed(around)
    const typed = await typedBefore(request, review, around)
    const problems = searchParams.has('wrong') && typed !== null ? readAnswer(typed).problems : []
    // What was wrong with the words is no part of a yes: it stands beside, and is written anew if it still holds.
    const blank = {...noAnswer, onBehalfOf: given?.onBehalfOf ?? ''}
    return showReading(review, around, given, typed ?? blank, problems)
  })
}
