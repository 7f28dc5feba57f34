import {SubmitButton} from '#components/button/index.tsx'
import styles from './review.module.css'
import {ReviewFrame} from './review-frame.tsx'

type Properties = {
  trustName: string
  /** Of the link that was opened; empty when there was none. */
  token: string
  /** Whether a new link was asked for just now. */
  asked: boolean
}

/** The one answer to a link that opens nothing: unknown, too old, taken back and altered look alike. */
export function Refused({trustName, token, asked}: Properties) {
  return (
    <ReviewFrame trustName={trustName} title="This link does not work">
      <p>
        It may be too old, there may be a newer one, what we asked may be settled, or a part of the link was
        lost on the way. Nothing that you answered is lost.
      </p>
      {asked ? (
        <p role="status">
          If it was one of our links, and there is still something for you to read, a new one is on its way to
          the address to which we sent the first. It can take some minutes.
        </p>
      ) : (
        <form className={styles.part} method="post" action="/review/new-link">
          <input type="hidden" name="token" value={token} />
          <p>We can send a new link to the address to which we sent the first, and to no other.</p>
          <SubmitButton>Send a new link</SubmitButton>
        </form>
      )}
      <p>Or reply to the e-mail in which you found the link.</p>
    </ReviewFrame>
  )
}
