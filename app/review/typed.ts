import type {answerFields, TypedAnswer} from '#lib/sign-off/answer.ts'

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
