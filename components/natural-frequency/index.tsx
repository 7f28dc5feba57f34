import {type NaturalFrequency as Frequency, frequencyParts} from '#lib/natural-frequency.ts'
import {editable, type Origin} from '#sanity/lib/origin.ts'
import styles from './natural-frequency.module.css'

type Properties = {
  frequency: Frequency
  /** Which of the numbers that are compared it is: "Before". */
  label: string
  /** The part of the population that was counted, "had been inspected"; null when it was all of it. */
  ofThoseThat: string | null
  origin?: Origin | undefined
}

/** Icons in a row, also when fewer stand in it, so that an icon is as large in every picture. */
const perRow = 10
/** Side of the square that one icon stands in, in the picture's own units. */
const cell = 20

/**
 * A count out of a number as icons, the counted ones first: discs among rings, so that nobody needs to tell colours
 * apart. Only whole icons are drawn: the source does not say how much of one "almost" would fill, so the qualifier is
 * left to the words beside it. They say all of it, which is why the picture is hidden from those who are read to.
 */
export function NaturalFrequency({frequency, label, ofThoseThat, origin}: Properties) {
  const {count, outOf} = frequency
  const rows = Math.ceil(outOf / perRow)
  return (
    <div className={styles.frequency} {...editable(origin)}>
      <p className={styles.words}>
        <span className={styles.label}>{label}</span> <Count frequency={frequency} />
        {ofThoseThat !== null && <span className={styles.condition}> of those that {ofThoseThat}</span>}
      </p>
      <svg
        className={styles.icons}
        viewBox={`0 0 ${perRow * cell} ${rows * cell}`}
        width={perRow * cell}
        height={rows * cell}
        aria-hidden="true"
        focusable="false"
      >
        {iconPlaces(outOf).map(({position, x, y}) => (
          <circle
            key={`${x} ${y}`}
            className={position < count ? styles.counted : styles.others}
            cx={x}
            cy={y}
            r={cell / 2 - 2}
          />
        ))}
      </svg>
    </div>
  )
}

/** The numbers larger than what qualifies them. */
function Count({frequency}: {frequency: Frequency}) {
  const [qualifier, count] = frequencyParts(frequency)
  return (
    <strong>
      {qualifier}
      <span className={styles.count}>{count}</span>
    </strong>
  )
}

/** The middles of the icons, row by row, in the picture's own units. */
function iconPlaces(outOf: number): {position: number; x: number; y: number}[] {
  return Array.from({length: outOf}, (_, position) => ({
    position,
    x: (position % perRow) * cell + cell / 2,
    y: Math.floor(position / perRow) * cell + cell / 2,
  }))
}
