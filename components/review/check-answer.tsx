import {SubmitButton} from '#components/button/index.tsx'
import {nameOfAnswer, type ToConfirm} from '#lib/sign-off/answer.ts'
import type {Reviewer, SignOffRequest} from '#lib/sign-off/request.ts'
import {AnswerSummary} from './answer-summary.tsx'
import styles from './review.module.css'
import {ReviewFrame} from './review-frame.tsx'

type Properties = {
  trustName: string
  request: SignOffRequest
  reviewer: Reviewer
  answer: ToConfirm
}

/** The answer once more, before a code confirms it. */
export function CheckAnswer({trustName, request, reviewer, answer}: Properties) {
  return (
    <ReviewFrame trustName={trustName} title="Check your answer" about={request.title}>
      <AnswerSummary answer={answer} />
      <form className={styles.part} method="post" action={`/review/${request.id}/code`}>
        <input type="hidden" name="of" value={nameOfAnswer(answer)} />
        <p>
          To confirm that it is you, we send a code to the address that we wrote to:{' '}
          <bdi>{masked(reviewer.email)}</bdi>
        </p>
        <SubmitButton>Send me the code</SubmitButton>
      </form>
      <p>
        <a href={`/review/${request.id}?change=1#answer`}>Change my answer</a>
      </p>
    </ReviewFrame>
  )
}

/**
 * Enough of an address to know one's own: whoever got the link from somebody else learns no more. A word joiner keeps its
 * two parts on one line.
 */
export function masked(email: string): string {
  const [local = '', domain = ''] = email.split('@')
  return `${local.slice(0, 2).replace(/[^\p{L}\p{N}]+$/u, '')}…\u2060@${domain}`
}
