import {EnterCode} from '#components/review/enter-code.tsx'
import {confirm} from '#sanity/sign-off/decide.ts'
import {leadOn, page, withForm} from '../../answers.tsx'
import {toConfirm} from '../../confirmed.ts'

type Context = {params: Promise<{request: string}>}

/** Takes the code, and writes the answer down. */
export async function POST(request: Request, {params}: Context): Promise<Response> {
  const {request: id} = await params
  return withForm(request, id, async (review, form, around) => {
    const answer = toConfirm(form)
    const typed = form.get('code')
    if (answer === null || typeof typed !== 'string') return leadOn(`/review/${id}`)
    const outcome = await confirm(review, answer, typed.slice(0, 40), around)
    // Whoever sent it twice sees what the first one did.
    if (outcome.kind === 'confirmed' || outcome.kind === 'closed') return leadOn(`/review/${id}`)
    const problem =
      outcome.kind === 'no-code'
        ? 'Type the six digits from the e-mail.'
        : outcome.kind === 'wrong'
          ? `That is not the code in the newest e-mail. You can try ${triesInWords(outcome.triesLeft)} more.`
          : 'This code works no more: it is too old, or was tried too often. Have another one sent.'
    return page(
      'Error: Enter your code',
      <EnterCode
        trustName={around.trustName}
        request={review.request}
        reviewer={review.reviewer}
        answer={answer}
        problem={problem}
      />,
      422,
    )
  })
}

export async function GET(_request: Request, {params}: Context): Promise<Response> {
  return leadOn(`/review/${(await params).request}`)
}

function triesInWords(tries: number): string {
  return tries === 1 ? 'once' : `${tries} times`
}
