import {phases} from '#lib/schools.ts'
import type {SchoolSummary} from '#sanity/lib/content/school-summary.ts'
import styles from './group.module.css'
import {SchoolGroup} from './group.tsx'

type Properties = {schools: SchoolSummary[]; headingLevel: 2 | 3}

/** Schools under a heading for each phase that has any; those without a phase come last. */
export function SchoolsByPhase({schools, headingLevel}: Properties) {
  const groups = [...phases, {value: null, title: 'Other schools'}]
    .map(({value, title}) => ({title, members: schools.filter(({phase}) => phase === value)}))
    .filter(({members}) => members.length > 0)
  return (
    <div className={styles.groups}>
      {groups.map(({title, members}) => (
        <SchoolGroup key={title} title={title} schools={members} headingLevel={headingLevel} />
      ))}
    </div>
  )
}
