import type {ReactNode} from 'react'
import {editable, type Origin} from '#sanity/lib/origin.ts'
import styles from './held-back.module.css'

type Properties = {
  reason: string | null
  /** The field in which it can be mended. */
  mend?: Origin | undefined
  children?: ReactNode
}

/** Marks, in preview, what visitors do not see, and says why. Without a reason it is what it holds. */
export function HeldBack({reason, mend, children}: Properties) {
  if (reason === null) return children
  return (
    <div className={styles.heldBack} data-held-back>
      <p className={styles.reason} {...editable(mend)}>
        <strong>Visitors do not see this.</strong> {reason}
      </p>
      {children}
    </div>
  )
}

/** The same for some words of a paragraph. */
export function HeldBackWords({reason, mend, children}: Properties) {
  if (reason === null) return children
  return (
    <span className={styles.words} data-held-back>
      <span className={styles.reasonOfWords} {...editable(mend)}>
        <strong>Visitors do not see this.</strong> {reason}
      </span>{' '}
      {children}
    </span>
  )
}
