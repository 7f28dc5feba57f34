import {answerWords, type ToConfirm} from '#lib/sign-off/answer.ts'
import styles from './review.module.css'

/** An answer as it stands or stood, each part by its name. */
export function AnswerSummary({answer}: {answer: Omit<ToConfirm, 'answer'> & {answer: string}}) {
  const rows = [
    {name: 'Your answer', words: inWords(answer.answer)},
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

function inWords(answer: string): string {
  return answer === 'yes' || answer === 'no' || answer === 'withdraw' ? answerWords[answer] : ''
}
