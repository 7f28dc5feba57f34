import type {ReactNode} from 'react'
import {HeldBack} from '#components/held-back/index.tsx'
import {RichText} from '#components/rich-text/index.tsx'
import type {RichText as RichTextContent} from '#sanity/lib/content/rich-text.ts'
import {editable} from '#sanity/lib/origin.ts'
import styles from './section.module.css'
import type {SectionFrame} from './section-frame.ts'

type Properties = {
  frame: SectionFrame
  /** What leads to the content; stands below the heading. */
  introduction?: RichTextContent
  /** Takes the whole width of the page, below what opens it; else it stands beside it where there is room. */
  wide?: boolean
  /** Stands on a band of colour. */
  band?: boolean
  children?: ReactNode
}

/** The frame of every section: what opens it, below the page's title, and what it holds. */
export function Section({frame, introduction = [], wide = false, band = false, children}: Properties) {
  const hasOpening = frame.heading !== null || introduction.length > 0
  return (
    <section
      className={band ? `${styles.section} ${styles.band}` : styles.section}
      {...editable(frame.origin)}
    >
      <HeldBack reason={frame.heldBack} mend={frame.mend}>
        <div className={wide ? styles.below : styles.beside}>
          {hasOpening && (
            <div className={styles.opening}>
              {frame.heading !== null && <h2 className={styles.heading}>{frame.heading}</h2>}
              <RichText value={introduction} headingLevel={frame.heading === null ? 2 : 3} />
            </div>
          )}
          <div className={styles.content}>
            {frame.leftOut?.map(({reason, mend}, position) => (
              <HeldBack key={mend?.path ?? position} reason={reason} mend={mend} />
            ))}
            {children}
          </div>
        </div>
      </HeldBack>
    </section>
  )
}
