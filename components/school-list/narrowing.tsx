import {SearchField} from '#components/form/search-field.tsx'
import {type AskedSchools, askingAddress, schoolsAddress} from '#lib/asked-schools.ts'
import {phases} from '#lib/schools.ts'
import type {SchoolSummary} from '#sanity/lib/content/school-summary.ts'
import styles from './narrowing.module.css'

type Properties = {
  /** All schools, whichever are shown. */
  schools: SchoolSummary[]
  asked: AskedSchools
}

/** The ways to see fewer schools: a link for each phase that has any, and a form for a name or a place. */
export function Narrowing({schools, asked}: Properties) {
  const offered = phases
    .map(({value, title}) => ({value, title, count: schools.filter(({phase}) => phase === value).length}))
    .filter(({count}) => count > 0)
  return (
    <search className={styles.narrowing} aria-label="Find a school">
      <form className={styles.form} action={schoolsAddress}>
        <SearchField name="name" label="Name or place of a school" value={asked.name} action="Find" />
        {asked.phase !== null && <input type="hidden" name="phase" value={asked.phase} />}
      </form>
      {offered.length > 1 && (
        <nav aria-label="Schools by phase">
          <ul className={styles.phases}>
            {[{value: null, title: 'All phases', count: null}, ...offered].map(({value, title, count}) => (
              <li key={title}>
                <a
                  className={styles.phase}
                  href={askingAddress({...asked, phase: value})}
                  aria-current={asked.phase === value ? 'true' : undefined}
                >
                  {title} {count !== null && <span className={styles.count}>{count}</span>}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </search>
  )
}
