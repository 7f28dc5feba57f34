import type {ReactNode, RefObject} from 'react'
import {fieldId} from './field.tsx'
import styles from './form.module.css'

export type SummaryProperties = {
  title: string
  /** What is wrong, each beside the name of its field. */
  problems: readonly {field: string; message: string}[]
  children?: ReactNode
}

const titleId = 'error-summary-title'

/** Says above a form that came back what is wrong with it, and takes the focus where no script is needed. */
export function ProblemSummary({
  title,
  problems,
  children,
  summary,
}: SummaryProperties & {summary?: RefObject<HTMLElement | null>}) {
  return (
    <section
      ref={summary}
      className={styles.summary}
      aria-labelledby={titleId}
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: this is the answer to what the visitor has just done, and comes first.
      autoFocus
    >
      <h2 id={titleId} className={styles.summaryTitle}>
        {title}
      </h2>
      {children}
      {problems.length > 0 && (
        <ul className={styles.problems}>
          {problems.map(({field, message}) => (
            <li key={field}>
              <a href={`#${fieldId(field)}`}>{message}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
