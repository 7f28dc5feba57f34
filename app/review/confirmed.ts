import {readAnswer} from '#lib/sign-off/answer.ts'
import type {ToConfirm} from '#sanity/sign-off/decide.ts'
import {typedAnswer} from './typed.ts'

/** What is to be confirmed, as the form carried it; null when that is no answer. */
export function toConfirm(form: FormData): ToConfirm | null {
  const typed = typedAnswer(form)
  if (typed.answer !== 'withdraw') return readAnswer(typed).answer
  const {answer} = readAnswer({...typed, answer: 'yes'})
  return answer === null ? null : {...answer, answer: 'withdraw'}
}
