import {schoolsInWords} from '#lib/schools-in-words.ts'
import type {SchoolSummary} from '#sanity/lib/content/school-summary.ts'
import {SchoolsByPhase} from './by-phase.tsx'
import styles from './directory.module.css'
import {SchoolList} from './index.tsx'

/** All schools: those in the Trust by phase, then those that are joining and those that have left. */
export function SchoolDirectory({schools}: {schools: SchoolSummary[]}) {
  const withStatus = (status: SchoolSummary['status']) => schools.filter((school) => school.status === status)
  const members = withStatus('in-trust')
  return (
    <>
      <p className={styles.introduction}>{schoolsInWords(members.length)}</p>
      <SchoolsByPhase schools={members} headingLevel={2} />
      <Group title="Joining the Trust" schools={withStatus('joining')} />
      <Group title="Formerly in the Trust" schools={withStatus('left')} />
    </>
  )
}

function Group({title, schools}: {title: string; schools: SchoolSummary[]}) {
  if (schools.length === 0) return null
  return (
    <section className={styles.group}>
      <h2 className={styles.heading}>{title}</h2>
      <SchoolList schools={schools} />
    </section>
  )
}
