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
  /** Whether there is none that works, so that another is needed. */
  isOver: boolean
  /** Whether another was sent just now. */
  isAnother: boolean
}

/** Where the code from the e-mail is typed. */
export function EnterCode(properties: Properties) {
  const {trustName, request, answer, problem, isOver, isAnother} = properties
  const isWithdrawal = answer.answer === 'withdraw'
  return (
    <ReviewFrame trustName={trustName} title="Enter your code" about={request.title}>
      {problem !== null && (
        <ProblemSummary title="There is a problem" problems={[{field: 'code', message: problem}]} />
      )}
      <p>
        Your answer: <strong>{answerWords[answer.answer]}</strong>.{' '}
        {isWithdrawal ? (
          <a href={`/review/${request.id}/receipt`}>Back to the receipt</a>
        ) : (
          <a href={`/review/${request.id}/check`}>Look at it again</a>
        )}
      </p>
      {isAnother && <p role="status">We have sent another code. Only the newest one works.</p>}
      {isOver ? (
        <AnotherCode {...properties} />
      ) : (
        <>
          <CodeForm {...properties} />
          <AnotherCode {...properties} />
        </>
      )}
    </ReviewFrame>
  )
}

function CodeForm({request, reviewer, answer, problem}: Properties) {
  const id = fieldId('code')
  const described = problem === null ? `${id}-hint` : `${id}-hint ${id}-error`
  return (
    <form className={formStyles.form} method="post" action={`/review/${request.id}/confirm`} noValidate>
      <input type="hidden" name="of" value={nameOfAnswer(answer)} />
      <div className={problem === null ? formStyles.field : `${formStyles.field} ${formStyles.wrong}`}>
        <label className={formStyles.label} htmlFor={id}>
          The six digits
        </label>
        <p className={formStyles.hint} id={`${id}-hint`}>
          We have sent them to <bdi>{masked(reviewer.email)}</bdi>. They work for 10 minutes. Leave this page
          open while you look.
        </p>
        {problem !== null && (
          <p className={formStyles.error} id={`${id}-error`}>
            <strong>Error:</strong> {problem}
          </p>
        )}
        <input
          className={`${formStyles.input} ${styles.code}`}
          id={id}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          aria-describedby={described}
          aria-invalid={problem !== null}
          required
        />
      </div>
      <SubmitButton>Confirm my answer</SubmitButton>
    </form>
  )
}

/** Beside the code that may still come; alone, and as what is next, once that works no more. */
function AnotherCode({request, answer, isOver}: Properties) {
  return (
    <form
      className={styles.part}
      id={isOver ? fieldId('code') : undefined}
      method="post"
      action={`/review/${request.id}/code`}
    >
      <input type="hidden" name="of" value={nameOfAnswer(answer)} />
      <input type="hidden" name="another" value="1" />
      {isOver ? (
        <SubmitButton>Send another code</SubmitButton>
      ) : (
        <>
          <p>
            Nothing there? Look among your unwanted mail, or have another one sent. The one before stops
            working.
          </p>
          <button className={styles.change} type="submit">
            Send another code
          </button>
        </>
      )}
    </form>
  )
}
