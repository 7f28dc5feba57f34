import {claimColumns} from '#lib/claims-as-data.ts'
import type {ClaimInUse} from '#sanity/lib/content/claim-in-use.ts'
import {ListedClaim} from './claim.tsx'
import styles from './evidence-list.module.css'

/** Every claim of the site: the numbers with their evidence, the words as what they are, and both as data. */
export function EvidenceList({claims}: {claims: ClaimInUse[]}) {
  const numbers = claims.filter(hasNumber)
  const words = claims.filter((claim) => !hasNumber(claim))
  return (
    <>
      <p className={styles.introduction}>
        This is every claim that our site makes about what a Trust is good for, and the pages that make it. Do
        not take our word for a number: look up its source.
      </p>
      {claims.length === 0 && <p>We make no claims at present.</p>}
      <Claims title="Claims with a number" claims={numbers} />
      <Claims
        title="Claims in words"
        claims={words}
        note={
          <>
            These rest on no statistic, and so they name no source. The people who can tell you whether they
            hold are <a href="/schools">in our schools</a>.
          </>
        }
      />
      <Data />
    </>
  )
}

/** In a preview, what states a statistic and is held back has no evidence to show yet. */
const hasNumber = ({statistic, heldBack}: ClaimInUse) => statistic !== null || heldBack !== null

type ClaimsProperties = {title: string; claims: ClaimInUse[]; note?: React.ReactNode}

function Claims({title, claims, note}: ClaimsProperties) {
  if (claims.length === 0) return null
  return (
    <section className={styles.section}>
      <div className={styles.opening}>
        <h2 className={styles.heading}>{title}</h2>
        {note !== undefined && <p className={styles.note}>{note}</p>}
      </div>
      <ul className={styles.claims}>
        {claims.map((claim) => (
          <li key={claim.id} id={claim.id} className={styles.claim}>
            <ListedClaim claim={claim} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Data() {
  return (
    <section className={styles.section}>
      <div className={styles.opening}>
        <h2 className={styles.heading}>All of it as data</h2>
        <p className={styles.note}>
          The same claims and evidence, for a spreadsheet or a program:{' '}
          <a href="/evidence.csv">evidence.csv</a> and <a href="/evidence.json">evidence.json</a>.
        </p>
      </div>
      <details className={styles.meanings}>
        <summary className={styles.summary}>What each column means</summary>
        <dl className={styles.columns}>
          {claimColumns.map(({name, meaning}) => (
            <div key={name} className={styles.column}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  )
}
