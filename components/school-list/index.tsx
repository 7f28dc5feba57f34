import {dayInWords} from '#lib/dates.ts'
import {phases} from '#lib/schools.ts'
import type {SchoolSummary} from '#sanity/lib/content/school-summary.ts'
import styles from './school-list.module.css'

/** Schools as cards, each leading to its page. */
export function SchoolList({schools}: {schools: SchoolSummary[]}) {
  return (
    <ul className={styles.list}>
      {schools.map((school) => (
        <li key={school.id} className={styles.school}>
          <a className={styles.name} href={school.address}>
            {school.name}
          </a>
          {factsOf(school).map((fact) => (
            <span key={fact} className={styles.fact}>
              {fact}
            </span>
          ))}
          {school.status === 'joining' && <span className={styles.joining}>{joiningWords(school)}</span>}
        </li>
      ))}
    </ul>
  )
}

/** The phase's name for visitors; null when the school has none. */
export function phaseTitle({phase}: {phase: SchoolSummary['phase']}): string | null {
  return phases.find(({value}) => value === phase)?.title ?? null
}

function factsOf(school: SchoolSummary): string[] {
  const ages = school.ages === null ? null : `ages ${school.ages.from} to ${school.ages.to}`
  const kind = [phaseTitle(school), ages].filter((part) => part !== null).join(', ')
  return [kind, school.place ?? ''].filter((fact) => fact !== '')
}

function joiningWords({joinedOn}: SchoolSummary): string {
  const day = dayInWords(joinedOn)
  return day === null ? 'Joining the Trust' : `Joining the Trust on ${day}`
}
