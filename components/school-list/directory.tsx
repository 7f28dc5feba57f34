import {numbersOf, SchoolLocator} from '#components/locator/index.tsx'
import {type AskedSchools, askingAddress, schoolsAddress} from '#lib/asked-schools.ts'
import {arrangeDirectory} from '#lib/school-directory.ts'
import {phases} from '#lib/schools.ts'
import {foundInWords, schoolsInWords} from '#lib/schools-in-words.ts'
import type {SchoolSummary} from '#sanity/lib/content/school-summary.ts'
import styles from './directory.module.css'
import {SchoolGroup} from './group.tsx'
import {Narrowing} from './narrowing.tsx'

type Properties = {
  /** Every school, former ones too. */
  schools: SchoolSummary[]
  asked?: AskedSchools
  /** Those of them that were asked for. */
  found?: SchoolSummary[]
}

/** The schools of the Trust with a picture of where they lie, and the ways to see fewer of them. */
export function SchoolDirectory({schools, asked = {phase: null, name: ''}, found = schools}: Properties) {
  const groups = arrangeDirectory(found)
  const ordered = groups.flatMap((group) => group.schools)
  const pictured = ordered.filter(({status}) => status !== 'left')
  const numbers = numbersOf(pictured)
  const locator = (
    <div className={styles.locator}>
      <SchoolLocator schools={pictured} />
    </div>
  )
  const isNarrowed = asked.phase !== null || asked.name !== ''
  return (
    <div className={styles.directory}>
      {!isNarrowed && <p className={styles.introduction}>{schoolsInWords(countsOf(schools))}</p>}
      <Narrowing schools={schools} asked={asked} />
      {isNarrowed && <Answer asked={asked} count={found.length} />}
      {ordered.length > 0 && (
        <div className={styles.columns}>
          {!isNarrowed && locator}
          <div className={styles.groups}>
            {groups.map((group) => (
              <SchoolGroup key={group.title} {...group} headingLevel={2} numbers={numbers} />
            ))}
          </div>
          {/* Whoever asked wants the answer first; on a wide screen both stand beside each other. */}
          {isNarrowed && locator}
        </div>
      )}
    </div>
  )
}

function countsOf(schools: SchoolSummary[]) {
  const count = (wanted: SchoolSummary['status']) => schools.filter(({status}) => status === wanted).length
  return {members: count('in-trust'), joining: count('joining'), left: count('left')}
}

/** What was found, in words, and the way back to what was left out. */
function Answer({asked, count}: {asked: AskedSchools; count: number}) {
  const {phase, name} = asked
  const phaseName = phases.find(({value}) => value === phase)?.title
  return (
    <div className={styles.answer}>
      <h2 className={styles.count}>
        {foundInWords(count)}
        {name !== '' && (
          <>
            {' '}
            for “<bdi>{name}</bdi>”
          </>
        )}
        {phaseName !== undefined && ` in the phase “${phaseName}”`}
      </h2>
      {count === 0 && <p>You could try a part of the name, or the town that it is in.</p>}
      <ul className={styles.ways}>
        {count === 0 && phase !== null && name !== '' && (
          <li>
            <a href={askingAddress({phase: null, name})}>Look in every phase</a>
          </li>
        )}
        <li>
          <a href={schoolsAddress}>Show all our schools</a>
        </li>
      </ul>
    </div>
  )
}
