import {HeldBack} from '#components/held-back/index.tsx'
import {Picture} from '#components/picture/index.tsx'
import {searchAddress} from '#lib/answers-to-input.ts'
import type {Settings} from '#sanity/lib/content/settings.ts'
import styles from './header.module.css'
import {currentMark, Navigation} from './navigation.tsx'

/** The head of every page: the Trust's name, which leads home, the navigation, and the way to the search. */
export function Header({settings, path}: {settings: Settings; path: string | null}) {
  const {contact, logo, navigation} = settings
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <a className={styles.name} href="/" aria-current={path === '/' ? 'page' : undefined}>
          {logo?.heldBack === null && (
            <span className={styles.logo}>
              {/* Not among the first, though seen at once: style, font and the page's own picture come before it. */}
              <Picture picture={{...logo, alt: '', lqip: null}} sizes="3rem" />
            </span>
          )}
          <span>{contact.trustName}</span>
        </a>
        <HeldBack reason={logo?.heldBack ?? null} mend={logo?.origin} />
        {/* Where the bar has no room for it, the browser itself opens and closes it: no script is needed. */}
        <button className={styles.opener} type="button" popoverTarget="menu">
          Menu
        </button>
        <div className={styles.menu} id="menu" popover="auto">
          <Navigation label="Main" items={navigation} path={path} className={styles.navigation}>
            <li>
              <SearchLink path={path} />
            </li>
          </Navigation>
        </div>
      </div>
    </header>
  )
}

/** It belongs to the site rather than to what staff choose, so no change of the navigation can lose it. */
function SearchLink({path}: {path: string | null}) {
  return (
    <a href={searchAddress} aria-current={currentMark(searchAddress, path)}>
      <svg className={styles.glass} viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <path d="m13 13 5 5M14.5 8.25a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0Z" />
      </svg>
      Search
    </a>
  )
}
