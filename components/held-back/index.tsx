import type {ReactNode} from 'react'
import styles from './held-back.module.css'

/** Marks, in preview, what visitors do not see, and says why. Without a reason it is what it holds. */
export function HeldBack({reason, children}: {reason: string | null; children: ReactNode}) {
  if (reason === null) return children
  return (
    <div className={styles.heldBack} data-held-back>
      <p className={styles.reason}>
        <strong>Visitors do not see this.</strong> {reason}
      </p>
      {children}
    </div>
  )
}

/** The same for some words of a paragraph. */
export function HeldBackWords({reason, children}: {reason: string | null; children: ReactNode}) {
  if (reason === null) return children
  return (
    <span className={styles.words} data-held-back>
      <span className={styles.reasonOfWords}>
        <strong>Visitors do not see this.</strong> {reason}
      </span>{' '}
      {children}
    </span>
  )
}
