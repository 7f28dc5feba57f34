import {phaseTitle} from '#components/school-list/index.tsx'
import {milesInWords} from '#lib/distance.ts'
import {statusInWords} from '#lib/schools.ts'
import type {Neighbour} from '#sanity/lib/content/school.ts'
import styles from './school.module.css'

/** The schools of the Trust that are nearest, of whatever phase: pupils change between them, and teachers meet. */
export function Neighbours({neighbours}: {neighbours: Neighbour[]}) {
  if (neighbours.length === 0) return null
  return (
    <section className={styles.facts}>
      <h2 className={styles.heading}>Our schools near it</h2>
      <ul className={styles.neighbours}>
        {neighbours.map((neighbour) => (
          <li key={neighbour.address}>
            <a href={neighbour.address}>
              <bdi>{neighbour.name}</bdi>
            </a>
            <span className={styles.line}>{factsOf(neighbour)}</span>
          </li>
        ))}
      </ul>
      <p className={styles.origin}>Distances are in a straight line.</p>
    </section>
  )
}

/** "Primary, Hallowby, 3.4 miles away, joining our Trust" */
function factsOf({phase, town, km, status}: Neighbour): string {
  const distance = `${milesInWords(km)} away`
  return [phaseTitle({phase}), town, distance, statusInWords(status)]
    .filter((fact) => fact !== null)
    .join(', ')
}
