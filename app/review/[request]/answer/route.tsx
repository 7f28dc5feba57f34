import {readAnswer} from '#lib/sign-off/answer.ts'
import {leadOn, withForm} from '../../answers.tsx'
import {showTooMany} from '../../show.tsx'
import {keepTyped, typedAnswer} from '../../typed.ts'

type Context = {params: Promise<{request: string}>}

/** Takes the answer, and leads on to where it is shown once more, or back to the form when something is wrong. */
export async function POST(request: Request, {params}: Context): Promise<Response> {
  const {request: id} = await params
  return withForm(request, id, async (review, form, around) => {
    const typed = typedAnswer(form)
    const cookie = await keepTyped(request, review, typed, around)
    if (cookie === null) return showTooMany(around)
    const isWrong = readAnswer(typed).answer === null
    return leadOn(isWrong ? `/review/${id}?wrong=answer` : `/review/${id}/check`, cookie)
  })
}

/** Somebody goes to the address of the form itself. */
export async function GET(_request: Request, {params}: Context): Promise<Response> {
  return leadOn(`/review/${(await params).request}`)
}
