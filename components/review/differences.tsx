import {type Difference, type Piece, takesPlace} from '#lib/sign-off/differences.ts'
import styles from './review.module.css'

const kinds: {[kind in Difference['kind']]: string} = {
  changed: 'changed',
  added: 'added',
  removed: 'removed',
  looks: 'the words are the same, but not what is bold, a heading or a list, or where a link leads',
}

/** What differs, as a plain list, and each part with what was taken out and put in. */
export function Differences({differences}: {differences: readonly Difference[]}) {
  return (
    <ul className={styles.differences}>
      {differences.map((difference) => (
        <li key={difference.title}>
          <p className={styles.differs}>
            {difference.title}: {kinds[difference.kind]}
          </p>
          {difference.pieces.length > 0 && (
            <p
              className={isWhole(difference) ? `${styles.pieces} ${styles.whole}` : styles.pieces}
              dir="auto"
            >
              {difference.pieces.map((piece, position) => (
                <PieceOfText
                  // biome-ignore lint/suspicious/noArrayIndexKey: made once, never moved.
                  key={position}
                  piece={piece}
                  isInPlace={takesPlace(difference.pieces, position)}
                />
              ))}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Whether the two versions stand below each other. */
function isWhole({pieces}: Difference): boolean {
  return pieces.every(({kind}) => kind !== 'same')
}

function PieceOfText({piece: {kind, words}, isInPlace}: {piece: Piece; isInPlace: boolean}) {
  if (kind === 'added')
    return <ins className={isInPlace ? `${styles.added} ${styles.inPlace}` : styles.added}>{words}</ins>
  return kind === 'removed' ? <del className={styles.removed}>{words}</del> : words
}
