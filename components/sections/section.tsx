import type {ReactNode} from 'react'
import {HeldBack} from '#components/held-back/index.tsx'
import styles from './section.module.css'
import type {SectionFrame} from './section-frame.ts'

/** The frame of every section: its heading, below the page's title, and what it holds. */
export function Section({frame, children}: {frame: SectionFrame; children: ReactNode}) {
  return (
    <section className={styles.section}>
      <HeldBack reason={frame.heldBack}>
        {frame.heading !== null && <h2 className={styles.heading}>{frame.heading}</h2>}
        {children}
      </HeldBack>
    </section>
  )
}
