import {HeldBack} from '#components/held-back/index.tsx'
import {Evidence} from '#components/sections/benefit-claims/evidence.tsx'
import type {ClaimInUse} from '#sanity/lib/content/claim-in-use.ts'
import styles from './evidence-list.module.css'

/** A claim, its evidence when it has a number, and the pages that make it. */
export function ListedClaim({claim: {statement, statistic, usedOn, heldBack}}: {claim: ClaimInUse}) {
  return (
    <HeldBack reason={heldBack}>
      <p className={styles.statement}>{statement}</p>
      {statistic !== null && <Evidence statistic={statistic} />}
      <UsedOn pages={usedOn} />
    </HeldBack>
  )
}

function UsedOn({pages}: {pages: ClaimInUse['usedOn']}) {
  if (pages.length === 0) return <p className={styles.used}>On none of our pages at present.</p>
  return (
    <p className={styles.used}>
      Said on{' '}
      {pages.map(({id, title, address}, position) => (
        <span key={id}>
          {position > 0 && (position === pages.length - 1 ? ' and ' : ', ')}
          <a href={address}>{title}</a>
        </span>
      ))}
    </p>
  )
}
