import styles from './breadcrumbs.module.css'

/** A page above the one that is shown. */
export type Crumb = {name: string; address: string}

/** The way back up, from the home page down to the page above this one, whose own name the title is. */
export function Breadcrumbs({trail}: {trail: Crumb[]}) {
  if (trail.length === 0) return null
  return (
    <nav className={styles.breadcrumbs} aria-label="Breadcrumbs">
      <ol>
        {[{name: 'Home', address: '/'}, ...trail].map(({name, address}) => (
          <li key={address}>
            <a href={address}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
