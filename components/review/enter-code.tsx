import {SubmitButton} from '#components/button/index.tsx'
import {fieldId} from '#components/form/field.tsx'
import formStyles from '#components/form/form.module.css'
import {ProblemSummary} from '#components/form/problem-summary.tsx'
import {answerWords, nameOfAnswer, type ToConfirm} from '#lib/sign-off/answer.ts'
import type {Reviewer, SignOffRequest} from '#lib/sign-off/request.ts'
import {masked} from './check-answer.tsx'
import styles from './review.module.css'
import {ReviewFrame} from './review-frame.tsx'

type Properties = {
  trustName: string
  request: SignOffRequest
  reviewer: Reviewer
  answer: ToConfirm
  /** What is wrong with the code that was given; null when none was. */
  problem: string | null
}

/** Where the code from the e-mail is typed. */
export function EnterCode({trustName, request, reviewer, answer, problem}: Properties) {
  const id = fieldId('code')
  return (
    <ReviewFrame trustName={trustName} title="Enter your code" about={request.title}>
      {problem !== null && (
        <ProblemSummary title="There is a problem" problems={[{field: 'code', message: problem}]} />
      )}
      <p>
        Your answer: <strong>{answerWords[answer.answer]}</strong>.{' '}
        {answer.answer !== 'withdraw' && <a href={`/review/${request.id}/check`}>Look at it again</a>}
      </p>
      <form className={formStyles.form} method="post" action={`/review/${request.id}/confirm`} noValidate>
        <input type="hidden" name="of" value={nameOfAnswer(answer)} />
        <div className={problem === null ? formStyles.field : `${formStyles.field} ${formStyles.wrong}`}>
          <label className={formStyles.label} htmlFor={id}>
            The six digits
          </label>
          <p className={formStyles.hint} id={`${id}-hint`}>
            We have sent them to <bdi>{masked(reviewer.email)}</bdi>. They work for 10 minutes. Leave this
            page open while you look.
          </p>
          <input
            className={`${formStyles.input} ${styles.code}`}
            id={id}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            aria-describedby={`${id}-hint`}
            aria-invalid={problem !== null}
            required
          />
        </div>
        <SubmitButton>Confirm my answer</SubmitButton>
      </form>
      <form className={styles.part} method="post" action={`/review/${request.id}/code`}>
        <input type="hidden" name="of" value={nameOfAnswer(answer)} />
        <p>
          Nothing there? Look among your unwanted mail, or have another one sent. The one before stops
          working.
        </p>
        <button className={styles.change} type="submit">
          Send another code
        </button>
      </form>
    </ReviewFrame>
  )
}
