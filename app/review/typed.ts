import type {answerFields, TypedAnswer} from '#lib/sign-off/answer.ts'
import {countTry, isOverLimit} from '#lib/sign-off/limits.ts'
import {visitorHeader} from '#sanity/lib/requests/visitor.ts'
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
 * Keeps what was typed for the steps that follow, with a new secret each time: one that somebody else has put into this
 * browser opens nothing that is typed in it, and what was kept before cannot be put in its place.
 * @returns the cookie by which this browser finds it again; null when too much was typed from this network lately
 */
export async function keepTyped(
  request: Request,
  review: Review,
  typed: TypedAnswer,
  around: Around,
): Promise<string | null> {
  const visitor = request.headers.get(visitorHeader) ?? ''
  if (isOverLimit('answer', visitor)) return null
  countTry('answer', visitor)
  const secret = newTypedSecret()
  await keepAnswer(review, secret, typed, around)
  return typedCookie(secret, review.request.id)
}
