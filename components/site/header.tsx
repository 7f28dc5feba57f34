import {Picture} from '#components/picture/index.tsx'
import type {Settings} from '#sanity/lib/content/settings.ts'
import styles from './header.module.css'

/** The head of every page: the Trust's name, which leads home, and the navigation. */
export function Header({settings}: {settings: Settings}) {
  const {contact, logo, navigation} = settings
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <a className={styles.name} href="/">
          {logo !== null && (
            <span className={styles.logo}>
              <Picture picture={{...logo, alt: '', lqip: null}} sizes="3rem" first />
            </span>
          )}
          <span>{contact.trustName}</span>
        </a>
        {navigation.length > 0 && (
          <nav aria-label="Main">
            <ul className={styles.navigation}>
              {navigation.map(({key, label, address}) => (
                <li key={key}>
                  <a href={address}>{label}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </header>
  )
}
