import {Picture} from '#components/picture/index.tsx'
import type {Settings} from '#sanity/lib/content/settings.ts'
import styles from './header.module.css'
import {Navigation} from './navigation.tsx'

/** The head of every page: the Trust's name, which leads home, and the navigation. */
export function Header({settings, path}: {settings: Settings; path: string | null}) {
  const {contact, logo, navigation} = settings
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <a className={styles.name} href="/" aria-current={path === '/' ? 'page' : undefined}>
          {logo !== null && (
            <span className={styles.logo}>
              {/* Not among the first, though seen at once: style, font and the page's own picture come before it. */}
              <Picture picture={{...logo, alt: '', lqip: null}} sizes="3rem" />
            </span>
          )}
          <span>{contact.trustName}</span>
        </a>
        <Navigation label="Main" items={navigation} path={path} className={styles.navigation} />
      </div>
    </header>
  )
}
