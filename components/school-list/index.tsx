import {EditableLine, hasWords, type LinePart} from '#components/editable/index.tsx'
import {HeldBack} from '#components/held-back/index.tsx'
import {Picture} from '#components/picture/index.tsx'
import {dayInWords} from '#lib/dates.ts'
import {phases} from '#lib/schools.ts'
import type {SchoolSummary} from '#sanity/lib/content/school-summary.ts'
import {editable} from '#sanity/lib/origin.ts'
import styles from './school-list.module.css'

type Properties = {
  schools: SchoolSummary[]
  /** Cards side by side, or rows below each other where a list is long. */
  layout?: 'cards' | 'rows'
  /** Of schools that are in a picture beside the list, by their ids. */
  numbers?: ReadonlyMap<string, number> | undefined
}

/** How wide a picture is shown: a card's is all of a phone, half of a tablet, a third of a screen. */
const pictureWidths = {
  cards: '(min-width: 80rem) 23rem, (min-width: 40rem) 50vw, 100vw',
  /** Of three cards and more, which are rows on a phone. */
  manyCards: '(min-width: 80rem) 23rem, (min-width: 44rem) 50vw, 36vw',
  rows: '9rem',
}

/** Schools, each leading to its page. A school's picture says nothing here that its name does not. */
export function SchoolList({schools, layout = 'cards', numbers}: Properties) {
  const widths = pictureWidths[layout === 'cards' && schools.length > 2 ? 'manyCards' : layout]
  return (
    <ul className={styles[layout]}>
      {schools.map((school) => (
        <li key={school.id} className={styles.school}>
          <div className={styles.words}>
            <a className={styles.name} href={school.address}>
              {school.name}
            </a>
            <NumberInPicture number={numbers?.get(school.id)} />
            {factsOf(school).map((fact) => (
              <span key={fact.map(({path}) => path).join(' ')} className={styles.fact}>
                <EditableLine origin={school.origin} parts={fact} />
              </span>
            ))}
            {school.status === 'joining' && (
              <span
                className={styles.joining}
                {...editable(school.origin, school.joinedOn === null ? 'status' : 'joinedOn')}
              >
                {joiningWords(school)}
              </span>
            )}
            <HeldBack reason={school.picture?.heldBack ?? null} mend={school.picture?.origin} />
          </div>
          <div className={styles.picture}>
            {school.picture?.heldBack === null && (
              <Picture picture={{...school.picture, alt: ''}} sizes={widths} shape={3 / 2} />
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

function NumberInPicture({number}: {number: number | undefined}) {
  if (number === undefined) return null
  return (
    <span className={styles.number}>
      <span className={styles.unseen}>Number in the picture: </span>
      {number}
    </span>
  )
}

/** The phase's name for visitors; null when the school has none. */
export function phaseTitle({phase}: Pick<SchoolSummary, 'phase'>): string | null {
  return phases.find(({value}) => value === phase)?.title ?? null
}

export function agesInWords({ages}: Pick<SchoolSummary, 'ages'>): string | null {
  return ages === null ? null : `ages ${ages.from} to ${ages.to}`
}

function factsOf(school: SchoolSummary): LinePart[][] {
  const kind = [
    {path: 'phase', words: phaseTitle(school)},
    {path: 'ages', words: agesInWords(school)},
  ]
  return [kind, [{path: 'address', words: school.place}]].filter(hasWords)
}

function joiningWords({joinedOn}: SchoolSummary): string {
  const day = dayInWords(joinedOn)
  return day === null ? 'Joining the Trust' : `Joining the Trust on ${day}`
}
