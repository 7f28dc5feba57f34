import {EnterCode} from '#components/review/enter-code.tsx'
import {ReviewMessage} from '#components/review/message.tsx'
import {nameOfAnswer, readToConfirm} from '#lib/sign-off/answer.ts'
import {countLetter, countTry, isOverLimit} from '#lib/sign-off/limits.ts'
import {visitorHeader} from '#sanity/lib/requests/visitor.ts'
import {placeOf} from '#sanity/sign-off/code-counts.ts'
import {codeStateOf, sendCode} from '#sanity/sign-off/decide.ts'
import {leadOn, page, withForm, withReview} from '../../answers.tsx'
import {type CodeProblem, codeProblem} from '../../code-problem.ts'
import {showClosed, showTooMany} from '../../show.tsx'
import {keepTyped, typedAnswer, typedBefore} from '../../typed.ts'

type Context = {params: Promise<{request: string}>}

/** Sends a code for the answer that was typed before; or, from the receipt, for taking the agreement back. */
export async function POST(request: Request, {params}: Context): Promise<Response> {
  const {request: id} = await params
  return withForm(request, id, async (review, form, around) => {
    const isFromReceipt = form.get('answer') === 'withdraw'
    const typed = isFromReceipt ? typedAnswer(form) : await typedBefore(request, review, around)
    const cookie = isFromReceipt && typed ? await keepTyped(request, review, typed, around) : undefined
    if (cookie === null) return showTooMany(around)
    const answer = typed && readToConfirm(typed).answer
    if (answer === null)
      return leadOn(isFromReceipt ? `/review/${id}/receipt?wrong=why` : `/review/${id}`, cookie)
    // What is confirmed is what was read here, and nothing that was typed in a second tab since.
    if (!isFromReceipt && form.get('of') !== nameOfAnswer(answer)) return leadOn(`/review/${id}/check`)
    const visitor = request.headers.get(visitorHeader) ?? ''
    const place = placeOf(review)
    const isOver = isOverLimit('code', visitor) || isOverLimit('code-of-reviewer', visitor, place)
    const outcome = isOver ? ({kind: 'too-many'} as const) : await sendCode(review, answer, around)
    countTry('code', visitor)
    countTry('code-of-reviewer', visitor, place)
    if (outcome.kind === 'sent' || outcome.kind === 'not-sent') countLetter('code')
    switch (outcome.kind) {
      case 'sent':
        return leadOn(`/review/${id}/code${form.has('another') ? '?another=1' : ''}`, cookie)
      case 'too-many':
        return leadOn(`/review/${id}/code?problem=${'too-many' satisfies CodeProblem}`, cookie)
      case 'closed':
        return showClosed(around)
      case 'not-sent':
        return page(
          'The code could not be sent',
          <ReviewMessage trustName={around.trustName} title="The code could not be sent">
            <p>
              Our mail does not work at the moment. Nothing was decided. Open the link in our e-mail again in
              a few minutes: what you typed is still there.
            </p>
          </ReviewMessage>,
          503,
        )
    }
  })
}

/** Where the code is typed. What was wrong with the last one is in the record, so that this can be loaded again. */
export async function GET(incoming: Request, {params}: Context): Promise<Response> {
  const {request: id} = await params
  const {searchParams} = new URL(incoming.url)
  return withReview(incoming, id, async (review, around) => {
    const {request, reviewer} = review
    const typed = await typedBefore(incoming, review, around)
    const answer = typed && readToConfirm(typed).answer
    const state = codeStateOf(review)
    const problem = codeProblem(state, searchParams.get('problem'))
    if (answer === null || problem === undefined) return leadOn(`/review/${id}`)
    const title = 'Enter your code'
    return page(
      problem === null ? title : `Error: ${title}`,
      <EnterCode
        trustName={around.trustName}
        request={request}
        reviewer={reviewer}
        answer={answer}
        problem={problem}
        isOver={state.kind !== 'sent'}
        isAnother={problem === null && searchParams.has('another')}
      />,
      problem === null ? 200 : 422,
    )
  })
}
