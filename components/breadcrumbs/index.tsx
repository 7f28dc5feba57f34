import type {Crumb} from '#lib/breadcrumbs.ts'
import styles from './breadcrumbs.module.css'

type Properties = {
  /** From the home page to the page that is shown; nothing is shown of an empty one. */
  trail: readonly Crumb[]
}

/** Where a page stands in the site, and the way back up. */
export function Breadcrumbs({trail}: Properties) {
  const above = trail.slice(0, -1)
  return trail.length === 0 ? null : (
    <nav className={styles.breadcrumbs} aria-label="Breadcrumbs">
      <ol>
        {above.map(({name, address}) => (
          <li key={address}>
            <a href={address}>{name}</a>
          </li>
        ))}
        <li aria-current="page">{trail.at(-1)?.name}</li>
      </ol>
    </nav>
  )
}
