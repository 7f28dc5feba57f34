import type {Part} from '#lib/sign-off/parts.ts'
import styles from './review.module.css'

/** A page, as a list of what it says. */
export function Parts({parts}: {parts: readonly Part[]}) {
  return (
    <dl className={styles.parts}>
      {parts.map(({title, words}, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: made once, never moved.
        <div key={position}>
          <dt>{title}</dt>
          <dd dir="auto">{words}</dd>
        </div>
      ))}
    </dl>
  )
}
