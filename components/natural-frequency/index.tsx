import {type NaturalFrequency as Frequency, frequencyInWords} from '#lib/natural-frequency.ts'
import styles from './natural-frequency.module.css'

type Properties = {frequency: Frequency; label: string}

/** Icons in a row of ten at most. */
const perRow = 10
/** Side of the square that one icon stands in, in the picture's own units. */
const cell = 20

/**
 * A count out of a number as icons, the counted ones first and filled. The words beside it say the same, with
 * the qualifier, so the picture is hidden from those who are read to.
 */
export function NaturalFrequency({frequency, label}: Properties) {
  const {count, outOf} = frequency
  const rows = Math.ceil(outOf / perRow)
  const columns = Math.min(outOf, perRow)
  return (
    <div className={styles.frequency}>
      <p className={styles.words}>
        <span className={styles.label}>{label}</span> <strong>{frequencyInWords(frequency)}</strong>
      </p>
      <svg
        className={styles.icons}
        viewBox={`0 0 ${columns * cell} ${rows * cell}`}
        width={columns * cell}
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

/** The middles of the icons, row by row, in the picture's own units. */
function iconPlaces(outOf: number): {position: number; x: number; y: number}[] {
  return Array.from({length: outOf}, (_, position) => ({
    position,
    x: (position % perRow) * cell + cell / 2,
    y: Math.floor(position / perRow) * cell + cell / 2,
  }))
}
