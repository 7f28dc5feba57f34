import type {ReactNode} from 'react'
import {HeldBack} from '#components/held-back/index.tsx'
import styles from './section.module.css'
import type {SectionFrame} from './section-frame.ts'

type Properties = {
  frame: SectionFrame
  /** Takes the whole width of the page, below its heading; else it stands beside it where there is room. */
  wide?: boolean
  children: ReactNode
}

/** The frame of every section: its heading, below the page's title, and what it holds. */
export function Section({frame, wide = false, children}: Properties) {
  return (
    <section className={styles.section}>
      <HeldBack reason={frame.heldBack}>
        <div className={wide ? styles.below : styles.beside}>
          {frame.heading !== null && <h2 className={styles.heading}>{frame.heading}</h2>}
          <div className={styles.content}>{children}</div>
        </div>
      </HeldBack>
    </section>
  )
}
