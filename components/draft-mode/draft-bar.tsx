import styles from './draft-bar.module.css'

/** Says that this is not what visitors see, with the way out. */
export function DraftBar() {
  return (
    <aside className={styles.bar} aria-label="Draft">
      <p>
        <strong>Draft.</strong> You see changes that are not published.{' '}
        <a href="/api/draft-mode/disable">Leave the draft</a>
      </p>
    </aside>
  )
}
