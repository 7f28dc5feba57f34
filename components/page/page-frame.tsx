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
  children: ReactNode
}

/** A page's title, which is its only heading of the first level, and what stands below it. */
export function PageFrame({title, trail = [], about = null, children}: Properties) {
  return (
    <>
      <div className={styles.masthead}>
        <div className={styles.inner}>
          <Breadcrumbs trail={trail} />
          <h1 className={styles.title}>{title}</h1>
          {about !== null && <p className={styles.about}>{about}</p>}
        </div>
      </div>
      <div className={`${styles.inner} ${styles.body}`}>{children}</div>
    </>
  )
}
