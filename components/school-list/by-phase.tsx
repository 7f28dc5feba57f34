import {groupByPhase} from '#lib/school-directory.ts'
import type {SchoolSummary} from '#sanity/lib/content/school-summary.ts'
import styles from './group.module.css'
import {SchoolGroup} from './group.tsx'

type Properties = {schools: SchoolSummary[]; headingLevel: 2 | 3}

/** Schools under a heading for each phase that has any; those without a phase come last. */
export function SchoolsByPhase({schools, headingLevel}: Properties) {
  return (
    <div className={styles.groups}>
      {groupByPhase(schools).map((group) => (
        <SchoolGroup key={group.title} {...group} headingLevel={headingLevel} />
      ))}
    </div>
  )
}
