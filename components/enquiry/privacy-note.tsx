import styles from './enquiry.module.css'

type Properties = {
  schoolName: string
  /** Who answers for the school, by name or role; null when it named nobody. */
  reader: string | null
}

/** What becomes of what a visitor writes: who sees it, why, and for how long. */
export function PrivacyNote({schoolName, reader}: Properties) {
  return (
    <section className={`${styles.words} ${styles.privacy}`} aria-labelledby="privacy">
      <h2 id="privacy" className={styles.heading}>
        What happens to what you write
      </h2>
      <ul>
        <li>
          <strong>Who sees it:</strong> {reader === null ? schoolName : `${reader} at ${schoolName}`}, by
          e-mail. You get a copy. Nobody else is sent it.
        </li>
        <li>
          <strong>Why:</strong> so that {schoolName} can answer you, and for nothing else.
        </li>
        <li>
          <strong>How long:</strong> this website keeps none of it. The e-mail stays in the school’s mailbox,
          under the school’s own privacy notice, and you can ask the school to delete it.
        </li>
        <li>
          To keep out programs that send many messages, the website remembers your internet address and your
          e-mail address for about an hour, in memory alone, and then forgets them.
        </li>
      </ul>
    </section>
  )
}
