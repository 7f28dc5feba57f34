import {schoolsInWords} from '#lib/schools-in-words.ts'
import type {SchoolSummary} from '#sanity/lib/content/school-summary.ts'
import {SchoolsByPhase} from './by-phase.tsx'
import styles from './directory.module.css'
import {SchoolGroup} from './group.tsx'

/** All schools: those in the Trust by phase, then those that are joining and those that have left. */
export function SchoolDirectory({schools}: {schools: SchoolSummary[]}) {
  const withStatus = (status: SchoolSummary['status']) => schools.filter((school) => school.status === status)
  const [members, joining, former] = [withStatus('in-trust'), withStatus('joining'), withStatus('left')]
  return (
    <div className={styles.directory}>
      <p className={styles.introduction}>{schoolsInWords(members.length)}</p>
      <SchoolsByPhase schools={members} headingLevel={2} />
      {joining.length > 0 && <SchoolGroup title="Joining the Trust" schools={joining} headingLevel={2} />}
      {former.length > 0 && <SchoolGroup title="Formerly in the Trust" schools={former} headingLevel={2} />}
    </div>
  )
}
