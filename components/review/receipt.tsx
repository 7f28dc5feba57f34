import {SubmitButton} from '#components/button/index.tsx'
import {Field} from '#components/form/field.tsx'
import formStyles from '#components/form/form.module.css'
import {ProblemSummary} from '#components/form/problem-summary.tsx'
import type {EventOf} from '#lib/sign-off/event.ts'
import {withdrawnSentence} from '#lib/sign-off/letters.ts'
import {momentInWords} from '#lib/sign-off/moment.ts'
import type {Part} from '#lib/sign-off/parts.ts'
import type {Reviewer, SignOffRequest} from '#lib/sign-off/request.ts'
import type {ReviewedContent} from '#sanity/sign-off/reviewed-content.ts'
import {AnswerSummary} from './answer-summary.tsx'
import {AsItAppears} from './as-it-appears.tsx'
import {Parts} from './parts.tsx'
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
  /** Every word of a page, part by part, so that the receipt holds them on paper too; empty for what stands above. */
  parts: readonly Part[]
  /** Until when a no can be changed, in UTC; null when it cannot. */
  changeUntil: string | null
  /** Why the agreement shall end, as it was typed before, and what was wrong with it. */
  why: {typed: string; error: string | null}
}

/** What was answered, to be kept: on the screen and on paper. */
export function Receipt(properties: Properties) {
  const {trustName, request, reviewer, content, answer, withdrawal, parts, changeUntil, why} = properties
  const isYes = answer.answer === 'yes'
  return (
    <ReviewFrame
      trustName={trustName}
      title={titleOf(isYes, withdrawal?.isOwn === true)}
      about={request.title}
    >
      {why.error !== null && (
        <ProblemSummary title="There is a problem" problems={[{field: 'comment', message: why.error}]} />
      )}
      <p>
        {reviewer.name}
        {reviewer.role === '' ? '' : `, ${reviewer.role}`}, answered on {momentInWords(answer.at)}.{' '}
        {withdrawal === null && whatFollows(isYes, request.byName)}
      </p>
      {withdrawal !== null && (
        <p>
          {withdrawal.isOwn ? 'You have' : `${withdrawal.by} has`} taken the agreement back on{' '}
          {momentInWords(withdrawal.at)}. {withdrawnSentence(request.subject.type)} {request.byName} has been
          told.
        </p>
      )}
      <AnswerSummary answer={answer} />
      {changeUntil !== null && (
        <p className={styles.screen}>
          <a href={`/review/${request.id}?change=1#answer`}>Change my answer</a>, until{' '}
          {momentInWords(changeUntil)}.
        </p>
      )}
      <section className={styles.part} aria-labelledby="about">
        <h2 id="about">The exact words</h2>
        <AsItAppears content={content} requestId={request.id} />
        {parts.length > 0 && <Parts parts={parts} />}
        <p className={styles.quiet}>
          Kept under the number <code className={styles.number}>{request.hash}</code>. Your answer is about
          these words and no others: if they change, you are asked again.
        </p>
      </section>
      {isYes && withdrawal === null && <WithdrawForm request={request} why={why} />}
    </ReviewFrame>
  )
}

function titleOf(isYes: boolean, isWithdrawn: boolean): string {
  if (isWithdrawn) return 'You have taken your agreement back'
  return isYes ? 'Thank you. You said yes' : 'Thank you. You asked for changes'
}

/** What comes of an answer. */
function whatFollows(isYes: boolean, byName: string): string {
  return isYes
    ? `${byName} has been told. You get a copy by e-mail: with the link in it you can take your agreement back at any time.`
    : `${byName} has been told, and can ask you again when something has been changed. You get a copy by e-mail.`
}

function WithdrawForm({request, why}: Pick<Properties, 'request' | 'why'>) {
  return (
    <details className={styles.withdraw} open={why.error !== null}>
      <summary>Withdraw my agreement</summary>
      <form className={formStyles.form} method="post" action={`/review/${request.id}/code`}>
        <p>
          {request.byName} is told at once. {withdrawnSentence(request.subject.type)} To confirm that it is
          you, we send you a code.
        </p>
        <input type="hidden" name="answer" value="withdraw" />
        <Field
          name="comment"
          label="Why?"
          error={why.error}
          value={why.typed}
          required={false}
          kind="long"
          rows={3}
        />
        <SubmitButton>Send me the code</SubmitButton>
      </form>
    </details>
  )
}
