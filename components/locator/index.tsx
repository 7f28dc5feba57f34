import {stegaClean} from '@sanity/client/stega'
import {directionTo, farthestApart, kmPerMile, milesInWords} from '#lib/distance.ts'
import {type Locator, layOutLocator, type Measure} from '#lib/locator.ts'
import {labelSize, layOutLabels} from '#lib/locator-labels.ts'
import type {SchoolSummary} from '#sanity/lib/content/school-summary.ts'
import {editable} from '#sanity/lib/origin.ts'
import styles from './locator.module.css'

type Properties = {
  /** In the order of the list beside it, whose numbers stand in the picture. */
  schools: SchoolSummary[]
}

type Located = SchoolSummary & {location: NonNullable<SchoolSummary['location']>}

/** Below a tenth of a mile a direction says nothing. */
const leastKm = kmPerMile / 10

/** Room for the scale below the picture, in its units. */
const scaleHeight = 76

/** The numbers by which a list is the key to the picture: none when there are too many to be told apart. */
export function numbersOf(schools: SchoolSummary[]): ReadonlyMap<string, number> {
  const located = schools.filter(isLocated)
  const isNumbered = layOutPicture(located)?.numbered ?? false
  return new Map(isNumbered ? located.map(({id}, index) => [id, index + 1]) : [])
}

/** None of a single school: nothing is seen of where it lies but that it lies somewhere. */
function layOutPicture(located: Located[]): Locator<string> | null {
  return located.length > 1 ? layOutLocator(located) : null
}

/**
 * Where schools lie, drawn from their coordinates and nothing else: there is no map under it. The list beside it names
 * the place of each, and the words below say what else can be seen, so those who are read to miss nothing without it.
 */
export function SchoolLocator({schools}: Properties) {
  const located = schools.filter(isLocated)
  const locator = layOutPicture(located)
  if (locator === null) return null
  return (
    <figure className={styles.figure}>
      <LocatorPicture locator={locator} schools={located} />
      <figcaption className={styles.caption}>
        <LocatorWords schools={schools} located={located} numbered={locator.numbered} />
      </figcaption>
    </figure>
  )
}

function LocatorPicture({locator, schools}: {locator: Locator<string>; schools: Located[]}) {
  const {width, height, radius, numbered, markers} = locator
  const byId = new Map(schools.map((school) => [school.id, school]))
  // What click-to-edit hides in words would be measured with them.
  const labels = layOutLabels(locator, (id) => stegaClean(byId.get(id)?.town ?? null))
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${width} ${height + scaleHeight}`}
      width={width}
      height={height + scaleHeight}
      aria-hidden="true"
      focusable="false"
    >
      <rect className={styles.ground} x="1" y="1" width={width - 2} height={height - 2} rx="20" />
      <Grid locator={locator} />
      {labels.map(({id, text, x, y, anchor}) => (
        <text
          key={text}
          className={styles.label}
          x={x}
          y={y}
          textAnchor={anchor}
          fontSize={labelSize}
          {...editable(byId.get(id)?.origin, 'address.town')}
        >
          {text}
        </text>
      ))}
      {markers.map(({id, place, mark}) => (
        <path key={id} className={styles.pointer} d={`M${place.x} ${place.y}L${mark.x} ${mark.y}`} />
      ))}
      {markers.map(({id, mark}, index) => (
        <g
          key={id}
          className={byId.get(id)?.status === 'joining' ? styles.joining : styles.member}
          {...editable(byId.get(id)?.origin, 'location')}
        >
          <circle cx={mark.x} cy={mark.y} r={radius - 1} />
          {numbered && (
            <text x={mark.x} y={mark.y + 6} textAnchor="middle" fontSize="17">
              {index + 1}
            </text>
          )}
        </g>
      ))}
      <Bar measure={locator.miles} unit={locator.miles.count === 1 ? 'mile' : 'miles'} y={height + 24} />
      <Bar measure={locator.km} unit="km" y={height + 58} />
      <path className={styles.north} d={`M${width - 34} ${height + 50}v-32m-9 11l9 -12 9 12`} />
      <text className={styles.words} x={width - 34} y={height + 70} textAnchor="middle" fontSize="17">
        N
      </text>
    </svg>
  )
}

/** Squares as wide as the bar of miles is long, so that distances can be read all over the picture. */
function Grid({locator: {width, height, miles}}: {locator: Locator<string>}) {
  const lines = (extent: number) => {
    const first = (extent / 2) % miles.length
    return Array.from(
      {length: Math.ceil((extent - first) / miles.length)},
      (_, n) => first + n * miles.length,
    )
  }
  const d = [
    ...lines(width).map((x) => `M${x} 2V${height - 2}`),
    ...lines(height).map((y) => `M2 ${y}H${width - 2}`),
  ]
  return <path className={styles.grid} d={d.join('')} />
}

function Bar({measure: {count, length}, unit, y}: {measure: Measure; unit: string; y: number}) {
  return (
    <>
      <path className={styles.bar} d={`M2 ${y - 7}v14m0 -7h${length}m0 -7v14`} />
      <text className={styles.words} x={length + 14} y={y + 6} fontSize="17">
        {count} {unit}
      </text>
    </>
  )
}

function LocatorWords(properties: {schools: SchoolSummary[]; located: Located[]; numbered: boolean}) {
  const {schools, located, numbered} = properties
  const missing = schools.length - located.length
  return (
    <>
      <p>
        Drawn to scale, north at the top.{' '}
        {numbered
          ? 'A school’s number is the one that it has in the list.'
          : 'Each point is a school: choose a phase or a place to see which is which.'}
        {located.some(({status}) => status === 'joining') && ' A school with a dashed ring is joining us.'}
      </p>
      <Extent located={located} />
      {missing > 0 && (
        <p>
          {missing === 1 ? 'One school is not shown' : `${missing} schools are not shown`}: we do not know
          where yet.
        </p>
      )}
    </>
  )
}

function Extent({located}: {located: Located[]}) {
  const farthest = farthestApart(located)
  if (farthest === null) return null
  const {from, to, km} = farthest
  if (km < leastKm) return <p>They are all {milesInWords(km)} from each other.</p>
  return (
    <p>
      Farthest apart are <bdi>{from.name}</bdi> and, {milesInWords(km)} to the{' '}
      {directionTo(from.location, to.location)} of it, <bdi>{to.name}</bdi>.
    </p>
  )
}

function isLocated(school: SchoolSummary): school is Located {
  return school.location !== null
}
