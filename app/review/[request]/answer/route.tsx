import {CheckAnswer} from '#components/review/check-answer.tsx'
import {readAnswer} from '#lib/sign-off/answer.ts'
import {leadOn, page, withForm} from '../../answers.tsx'
import {showReading} from '../../show.tsx'
import {typedAnswer} from '../../typed.ts'

type Context = {params: Promise<{request: string}>}

/** Takes the answer, and shows it once more; or gives the form back, to be changed or mended. */
export async function POST(request: Request, {params}: Context): Promise<Response> {
  const {request: id} = await params
  return withForm(request, id, async (review, form, around) => {
    const typed = typedAnswer(form)
    if (form.has('again')) return showReading(review, around, typed)
    const {answer, problems} = readAnswer(typed)
    if (answer === null) return showReading(review, around, typed, problems)
    return page(
      'Check your answer',
      <CheckAnswer
        trustName={around.trustName}
        request={review.request}
        reviewer={review.reviewer}
        answer={answer}
      />,
    )
  })
}

/** Somebody loads the page again in which the answer was shown. */
export async function GET(_request: Request, {params}: Context): Promise<Response> {
  return leadOn(`/review/${(await params).request}`)
}
