import {nameOfAnswer, readToConfirm} from '#lib/sign-off/answer.ts'
import {confirm} from '#sanity/sign-off/decide.ts'
import {forgetKept} from '#sanity/sign-off/kept-answer.ts'
import {leadOn, withForm} from '../../answers.tsx'
import type {CodeProblem} from '../../code-problem.ts'
import {typedCookieOf} from '../../cookies.ts'
import {typedBefore} from '../../typed.ts'

type Context = {params: Promise<{request: string}>}

/** Takes the code, and writes the answer down. */
export async function POST(request: Request, {params}: Context): Promise<Response> {
  const {request: id} = await params
  return withForm(request, id, async (review, form, around) => {
    const kept = await typedBefore(request, review, around)
    const answer = kept && readToConfirm(kept).answer
    const typed = form.get('code')
    // Whoever typed another answer in a second tab sees which one the code is for.
    if (answer === null || typeof typed !== 'string' || form.get('of') !== nameOfAnswer(answer))
      return leadOn(`/review/${id}/check`)
    const outcome = await confirm(review, answer, typed.slice(0, 40), around)
    switch (outcome.kind) {
      case 'confirmed':
        await forgetKept(review, typedCookieOf(request), around)
        return leadOn(`/review/${id}`)
      // Whoever sent it twice sees what the first one did.
      case 'closed':
        return leadOn(`/review/${id}`)
      case 'no-code':
        return leadOn(`/review/${id}/code?problem=${'no-digits' satisfies CodeProblem}`)
      case 'wrong':
      case 'code-over':
        return leadOn(`/review/${id}/code`)
    }
  })
}

export async function GET(_request: Request, {params}: Context): Promise<Response> {
  return leadOn(`/review/${(await params).request}`)
}
