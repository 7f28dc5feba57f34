import styles from './draft-bar.module.css'
import {EditingHint} from './editing-hint.tsx'

/** Says whether this is what visitors see, with the way out. */
export function DraftBar({showsDrafts}: {showsDrafts: boolean}) {
  return (
    <aside className={styles.bar} aria-label="Preview">
      <p>
        {showsDrafts ? (
          <>
            <strong>Draft.</strong> You see changes that are not published.{' '}
            <EditingHint className={styles.hint} />
          </>
        ) : (
          <>
            <strong>Published.</strong> You see what visitors see.
          </>
        )}{' '}
        <a href="/api/draft-mode/disable">Leave the preview</a>
      </p>
    </aside>
  )
}
