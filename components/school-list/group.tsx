import type {SchoolSummary} from '#sanity/lib/content/school-summary.ts'
import styles from './group.module.css'
import {SchoolList} from './index.tsx'

type Properties = {
  title: string
  schools: SchoolSummary[]
  headingLevel: 2 | 3
  /** Of schools that are in the picture beside the list, by their ids. */
  numbers?: ReadonlyMap<string, number>
}

/** Schools with a heading of their own, which stands beside them where there is room. */
export function SchoolGroup({title, schools, headingLevel, numbers}: Properties) {
  const Heading = `h${headingLevel}` as const
  return (
    <section className={styles.group}>
      <Heading className={styles.heading}>{title}</Heading>
      <SchoolList schools={schools} layout="rows" numbers={numbers} />
    </section>
  )
}
