import type {ReactNode} from 'react'
import type {Settings} from '#sanity/lib/content/settings.ts'
import {Footer} from './footer.tsx'
import {Header} from './header.tsx'
import styles from './site.module.css'

/** What is round every page. */
export function Site({settings, children}: {settings: Settings; children: ReactNode}) {
  return (
    <div className={styles.site}>
      <a className={styles.skip} href="#content">
        Skip to the content
      </a>
      <Header settings={settings} />
      <main className={styles.main} id="content" tabIndex={-1}>
        {children}
      </main>
      <Footer settings={settings} />
    </div>
  )
}
