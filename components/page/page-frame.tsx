import type {ReactNode} from 'react'
import {Breadcrumbs} from '#components/breadcrumbs/index.tsx'
import type {Crumb} from '#lib/breadcrumbs.ts'
import styles from './page.module.css'

type Properties = {
  title: string
  /** The way to the page, itself the last; none on the home page and on those right below it. */
  trail?: readonly Crumb[]
  /** A line below the title that says what this is. */
  about?: ReactNode
  /** What to do about it straight away. */
  action?: ReactNode
  /** What the page opens with: words below its title, and a picture beside both. */
  opening?: {words: ReactNode; picture: ReactNode} | null
  /** For an answer to what a visitor did, which stands before its welcome. */
  compact?: boolean
  children: ReactNode
}

/** A page's title, which is its only heading of the first level, and what stands below it. */
export function PageFrame({
  title,
  trail = [],
  about = null,
  action = null,
  opening = null,
  compact = false,
  children,
}: Properties) {
  const head = (
    <>
      <Breadcrumbs trail={trail} />
      <h1 className={styles.title}>{title}</h1>
      {about !== null && <p className={styles.about}>{about}</p>}
      {action}
    </>
  )
  return (
    <>
      {opening === null ? (
        <div className={compact ? `${styles.masthead} ${styles.compact}` : styles.masthead}>
          <div className={styles.inner}>{head}</div>
        </div>
      ) : (
        <div className={styles.hero}>
          <div className={styles.heroWords}>
            {head}
            {opening.words}
          </div>
          {opening.picture}
        </div>
      )}
      <div className={`${styles.inner} ${styles.body}`}>{children}</div>
    </>
  )
}
