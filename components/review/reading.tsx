import {SubmitButton} from '#components/button/index.tsx'
import {Field, fieldId} from '#components/form/field.tsx'
import formStyles from '#components/form/form.module.css'
import {ProblemSummary} from '#components/form/problem-summary.tsx'
import {dayInWords} from '#lib/dates.ts'
import type {AnswerProblem, TypedAnswer} from '#lib/sign-off/answer.ts'
import type {Difference} from '#lib/sign-off/differences.ts'
import type {EventOf} from '#lib/sign-off/event.ts'
import {untilYes} from '#lib/sign-off/letters.ts'
import type {Part} from '#lib/sign-off/parts.ts'
import type {Reviewer, SignOffRequest} from '#lib/sign-off/request.ts'
import type {ReviewedContent} from '#sanity/sign-off/reviewed-content.ts'
import {AnswerSummary} from './answer-summary.tsx'
import {AsItAppears} from './as-it-appears.tsx'
import {Differences} from './differences.tsx'
import {Parts} from './parts.tsx'
import styles from './review.module.css'
import {ReviewFrame} from './review-frame.tsx'

type Properties = {
  trustName: string
  request: SignOffRequest
  reviewer: Reviewer
  content: ReviewedContent
  /** Every word of a page that the answer is about, part by part; empty for what stands on this page as a whole. */
  parts: readonly Part[]
  /** Whether some of it is not on the page yet, such as a sentence that leads to a page without an address. */
  isIncomplete: boolean
  /** Since what is published now; null when nothing is. */
  changes: readonly Difference[] | null
  /** What differs from the round before; null in the first. */
  changesOfRound: readonly Difference[] | null
  /** What was answered before, where that is to change; null for the first answer. */
  given: EventOf<'decided'> | null
  typed: TypedAnswer
  problems: readonly AnswerProblem[]
}

/** What a headteacher reads, and the one question. */
export function ReviewReading(properties: Properties) {
  const {trustName, request, reviewer, content, changes, changesOfRound, given, typed} = properties
  const {parts, isIncomplete, problems} = properties
  return (
    <ReviewFrame
      trustName={trustName}
      title="Are you happy with this?"
      about={`${reviewer.name}, please read this and answer by ${dayInWords(request.dueOn)}.`}
    >
      {problems.length > 0 && <ProblemSummary title="There is a problem" problems={problems} />}
      <section className={styles.part} aria-labelledby="what">
        <h2 id="what">What this is</h2>
        <p>
          {request.title}. {trustName} would like to publish it on its website. {untilYes(request, reviewer)}
        </p>
        {request.why !== '' && (
          <figure className={styles.why}>
            <blockquote dir="auto">{request.why}</blockquote>
            <figcaption>{request.byName}</figcaption>
          </figure>
        )}
      </section>
      <section className={styles.part} aria-labelledby="appears">
        <h2 id="appears">As visitors will read it</h2>
        <AsItAppears content={content} requestId={request.id} />
        {parts.length > 0 && <AllWords parts={parts} isIncomplete={isIncomplete} />}
      </section>
      <Changes title="What has changed since you were last asked" differences={changesOfRound} id="round" />
      {!isSame(changes, changesOfRound) && (
        <Changes title="What differs from the website today" differences={changes} id="changes" />
      )}
      <AnswerForm request={request} given={given} typed={typed} problems={problems} />
    </ReviewFrame>
  )
}

/** What the answer is about, and not only what the page shows today: the rest may appear without being asked about again. */
function AllWords({parts, isIncomplete}: Pick<Properties, 'parts' | 'isIncomplete'>) {
  return (
    <>
      {isIncomplete && (
        <p>
          A part of it is not on the page yet: something is still missing, such as the page that a link leads
          to. It appears once that is there, so your answer is about it too. The list below has all the words.
        </p>
      )}
      <details className={styles.more} open={isIncomplete}>
        <summary>Everything that your answer is about, as a list</summary>
        <Parts parts={parts} />
      </details>
    </>
  )
}

/** Whether the same differs from the website as did from the round before: then it is said once. */
function isSame(changes: readonly Difference[] | null, others: readonly Difference[] | null): boolean {
  return others !== null && others.length > 0 && JSON.stringify(changes) === JSON.stringify(others)
}

function Changes({
  title,
  differences,
  id,
}: {
  title: string
  differences: readonly Difference[] | null
  id: string
}) {
  if (differences === null) return null
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {differences.length === 0 ? <p>Nothing.</p> : <Differences differences={differences} />}
    </section>
  )
}

function AnswerForm({
  request,
  given,
  typed,
  problems,
}: Pick<Properties, 'request' | 'given' | 'typed' | 'problems'>) {
  const errorOf = (field: AnswerProblem['field']) =>
    problems.find((problem) => problem.field === field)?.message ?? null
  return (
    <form
      className={formStyles.form}
      id="answer"
      method="post"
      action={`/review/${request.id}/answer`}
      noValidate
    >
      {given !== null && (
        <section className={styles.part} aria-labelledby="before">
          <h2 id="before">What you answered before</h2>
          <AnswerSummary answer={given} />
          <p>It counts until you have confirmed another answer.</p>
        </section>
      )}
      <HappyQuestion error={errorOf('answer')} chosen={typed.answer} />
      <Field
        name="comment"
        label="If no: what should change?"
        hint="With a yes you may write something here too."
        error={errorOf('comment')}
        value={typed.comment}
        required="sometimes"
        kind="long"
        rows={5}
      />
      <Field
        name="passage"
        label="Which words is that about?"
        hint="If it is about certain words, copy them here."
        error={errorOf('passage')}
        value={typed.passage}
        required={false}
        kind="long"
        rows={3}
      />
      <details className={styles.more} open={typed.onBehalfOf !== ''}>
        <summary>I answer on behalf of somebody else</summary>
        <Field
          name="onBehalfOf"
          label="Who decided?"
          hint="Name and role, such as “Ada Penrose, Headteacher”."
          error={errorOf('onBehalfOf')}
          value={typed.onBehalfOf}
          required={false}
        />
      </details>
      <SubmitButton>Continue</SubmitButton>
      <p className={styles.quiet}>
        Nothing is sent yet. You see your answer once more before you confirm it.
      </p>
    </form>
  )
}

const choices = [
  {value: 'yes', label: 'Yes, publish it as it is'},
  {value: 'no', label: 'No, something should change'},
] as const

function HappyQuestion({error, chosen}: {error: string | null; chosen: string}) {
  return (
    <fieldset
      className={error === null ? styles.question : `${styles.question} ${formStyles.wrong}`}
      aria-describedby={error === null ? undefined : 'answer-error'}
    >
      <legend className={styles.legend}>Are you happy for this to be published?</legend>
      {error !== null && (
        <p className={formStyles.error} id="answer-error">
          <strong>Error:</strong> {error}
        </p>
      )}
      {choices.map(({value, label}, position) => (
        <label key={value} className={styles.choice}>
          <input
            type="radio"
            name="answer"
            value={value}
            id={position === 0 ? fieldId('answer') : undefined}
            defaultChecked={chosen === value}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}
