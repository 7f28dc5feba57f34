import {SubmitButton} from '#components/button/index.tsx'
import {Field} from '#components/form/field.tsx'
import formStyles from '#components/form/form.module.css'
import type {EventOf} from '#lib/sign-off/event.ts'
import {withdrawnSentence} from '#lib/sign-off/letters.ts'
import {momentInWords} from '#lib/sign-off/moment.ts'
import type {Reviewer, SignOffRequest} from '#lib/sign-off/request.ts'
import type {ReviewedContent} from '#sanity/sign-off/reviewed-content.ts'
import {AnswerSummary} from './answer-summary.tsx'
import {AsItAppears} from './as-it-appears.tsx'
import styles from './review.module.css'
import {ReviewFrame} from './review-frame.tsx'

type Properties = {
  trustName: string
  request: SignOffRequest
  reviewer: Reviewer
  content: ReviewedContent
  answer: EventOf<'decided'>
  /** Who has taken the agreement back, and when; null when it stands. */
  withdrawal: {isOwn: boolean; by: string; at: string} | null
}

/** What was answered, to be kept: on the screen and on paper. */
export function Receipt({trustName, request, reviewer, content, answer, withdrawal}: Properties) {
  const isYes = answer.answer === 'yes'
  return (
    <ReviewFrame
      trustName={trustName}
      title={titleOf(isYes, withdrawal?.isOwn === true)}
      about={request.title}
    >
      <p>
        {reviewer.name}
        {reviewer.role === '' ? '' : `, ${reviewer.role}`}, answered on {momentInWords(answer.at)}. A copy of
        this receipt is on its way by e-mail.
      </p>
      {withdrawal !== null && (
        <p>
          {withdrawal.isOwn ? 'You have' : `${withdrawal.by} has`} taken the agreement back on{' '}
          {momentInWords(withdrawal.at)}. {withdrawnSentence(request.subject.type)} {request.byName} has been
          told.
        </p>
      )}
      <AnswerSummary answer={answer} />
      <section className={styles.part} aria-labelledby="about">
        <h2 id="about">The exact words</h2>
        <AsItAppears content={content} requestId={request.id} />
        <p className={styles.quiet}>
          Kept under the number <code className={styles.number}>{request.hash}</code>. Your answer is about
          these words and no others: if they change, you are asked again.
        </p>
      </section>
      {isYes && withdrawal === null && <WithdrawForm request={request} />}
    </ReviewFrame>
  )
}

function titleOf(isYes: boolean, isWithdrawn: boolean): string {
  if (isWithdrawn) return 'You have taken your agreement back'
  return isYes ? 'Thank you. You said yes' : 'Thank you. You asked for changes'
}

function WithdrawForm({request}: {request: SignOffRequest}) {
  return (
    <details className={styles.withdraw}>
      <summary>Withdraw my agreement</summary>
      <form className={formStyles.form} method="post" action={`/review/${request.id}/code`}>
        <p>The words are then taken off the website. To confirm that it is you, we send you a code.</p>
        <input type="hidden" name="answer" value="withdraw" />
        <Field name="comment" label="Why?" error={null} value="" required={false} kind="long" rows={3} />
        <SubmitButton>Send me the code</SubmitButton>
      </form>
    </details>
  )
}
