import type {ReactNode} from 'react'
import type {Settings} from '#sanity/lib/content/settings.ts'
import {Footer} from './footer.tsx'
import {Header} from './header.tsx'
import styles from './site.module.css'

type Properties = {
  settings: Settings
  /** The page's address on this site, which the navigation marks; null for what has none, such as "not found". */
  path: string | null
  children: ReactNode
}

/** What is round every page. */
export function Site({settings, path, children}: Properties) {
  return (
    <div className={styles.site}>
      <a className={styles.skip} href="#content">
        Skip to the content
      </a>
      <Header settings={settings} path={path} />
      <main className={styles.main} id="content" tabIndex={-1}>
        {children}
      </main>
      <Footer settings={settings} path={path} />
    </div>
  )
}
