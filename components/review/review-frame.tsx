import type {ReactNode} from 'react'
import {PageFrame} from '#components/page/page-frame.tsx'
import styles from './review.module.css'

type Properties = {
  trustName: string
  title: string
  /** A line below the title. */
  about?: ReactNode
  children: ReactNode
}

/** What is round every review page: no menu, because nothing here leads away from the question. */
export function ReviewFrame({trustName, title, about = null, children}: Properties) {
  return (
    <>
      <header className={styles.header}>
        <p className={styles.trust}>{trustName}</p>
      </header>
      <main id="content">
        <PageFrame title={title} about={about} compact>
          <div className={styles.body}>{children}</div>
        </PageFrame>
      </main>
    </>
  )
}
