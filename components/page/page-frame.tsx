import type {ReactNode} from 'react'
import styles from './page.module.css'

type Properties = {title: string; children: ReactNode}

/** A page's title, which is its only heading of the first level, and what stands below it. */
export function PageFrame({title, children}: Properties) {
  return (
    <>
      <div className={styles.masthead}>
        <div className={styles.inner}>
          <h1 className={styles.title}>{title}</h1>
        </div>
      </div>
      <div className={`${styles.inner} ${styles.body}`}>{children}</div>
    </>
  )
}
