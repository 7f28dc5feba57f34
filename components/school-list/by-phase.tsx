import {phases} from '#lib/schools.ts'
import type {SchoolSummary} from '#sanity/lib/content/school-summary.ts'
import styles from './by-phase.module.css'
import {SchoolList} from './index.tsx'

type Properties = {schools: SchoolSummary[]; headingLevel: 2 | 3}

/** Schools under a heading for each phase that has any; those without a phase come last. */
export function SchoolsByPhase({schools, headingLevel}: Properties) {
  const Heading = `h${headingLevel}` as const
  const groups = [...phases, {value: null, title: 'Other schools'}]
    .map(({value, title}) => ({title, members: schools.filter(({phase}) => phase === value)}))
    .filter(({members}) => members.length > 0)
  return (
    <div className={styles.groups}>
      {groups.map(({title, members}) => (
        <div key={title} className={styles.group}>
          <Heading className={styles.heading}>{title}</Heading>
          <SchoolList schools={members} />
        </div>
      ))}
    </div>
  )
}
