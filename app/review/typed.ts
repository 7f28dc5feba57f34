import type {answerFields, TypedAnswer} from '#lib/sign-off/answer.ts'
import type {Around} from '#sanity/sign-off/around.ts'
import {keepAnswer, readKept} from '#sanity/sign-off/kept-answer.ts'
import type {Review} from '#sanity/sign-off/review.ts'
import {newTypedSecret, typedCookie, typedCookieOf} from './cookies.ts'

/** What stands in the fields of the answer. */
export function typedAnswer(form: FormData): TypedAnswer {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  return {
    answer: text('answer'),
    comment: text('comment'),
    passage: text('passage'),
    onBehalfOf: text('onBehalfOf'),
  } satisfies Record<(typeof answerFields)[number], string>
}

export const noAnswer: TypedAnswer = {answer: '', comment: '', passage: '', onBehalfOf: ''}

/** What was typed in this browser so far, and not confirmed; null when nothing was. */
export function typedBefore(request: Request, review: Review, around: Around): Promise<TypedAnswer | null> {
  return readKept(review, typedCookieOf(request), around)
}

/**
 * Keeps what was typed for the steps that follow.
 * @returns the cookie by which this browser finds it again
 */
export async function keepTyped(
  request: Request,
  review: Review,
  typed: TypedAnswer,
  around: Around,
): Promise<string> {
  const secret = typedCookieOf(request) || newTypedSecret()
  await keepAnswer(review, secret, typed, around)
  return typedCookie(secret, review.request.id)
}
