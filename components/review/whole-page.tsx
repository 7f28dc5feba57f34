import {Page} from '#components/page/index.tsx'
import type {Page as PageContent} from '#sanity/lib/content/page.ts'
import styles from './review.module.css'

/** A page as visitors would see it, with the way back above and below it. */
export function WholePage({page, back}: {page: PageContent; back: {href: string; words: string}}) {
  return (
    <>
      <header className={styles.header}>
        <p className={styles.trust}>
          This is how the page will look. <a href={back.href}>{back.words}</a>
        </p>
      </header>
      <main id="content">
        <Page page={page} />
      </main>
      <footer className={styles.header}>
        <p className={styles.trust}>
          <a href={back.href}>{back.words}</a>
        </p>
      </footer>
    </>
  )
}
