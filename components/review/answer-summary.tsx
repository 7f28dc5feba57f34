import type {TypedAnswer} from '#lib/sign-off/answer.ts'
import styles from './review.module.css'

const answers: {[answer: string]: string} = {
  yes: 'Yes, I am happy for this to be published',
  no: 'No, something should change',
  withdraw: 'I take my agreement back',
}

/** An answer as it stands or stood, each part by its name. */
export function AnswerSummary({
  answer,
}: {
  answer: TypedAnswer | (Omit<TypedAnswer, 'answer'> & {answer: string})
}) {
  const rows = [
    {name: 'Your answer', words: answers[answer.answer] ?? ''},
    {name: 'What you wrote', words: answer.comment},
    {name: 'About these words', words: answer.passage},
    {name: 'On behalf of', words: answer.onBehalfOf},
  ].filter(({words}) => words !== '')
  return (
    <dl className={styles.summary}>
      {rows.map(({name, words}) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{words}</dd>
        </div>
      ))}
    </dl>
  )
}
