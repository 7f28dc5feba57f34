import {HeldBack} from '#components/held-back/index.tsx'
import {Evidence} from '#components/sections/benefit-claims/evidence.tsx'
import type {ClaimInUse} from '#sanity/lib/content/claim-in-use.ts'
import styles from './evidence-list.module.css'

/** A claim, and beside it what stands behind it: its evidence when it has a number, and the pages that make it. */
export function ListedClaim({claim: {statement, statistic, usedOn, heldBack, mend}}: {claim: ClaimInUse}) {
  return (
    <HeldBack reason={heldBack} mend={mend}>
      <p className={styles.statement}>{statement}</p>
      <div className={styles.behind}>
        {statistic !== null && <Evidence statistic={statistic} />}
        <dl className={styles.used}>
          <dt>Where we say it</dt>
          <dd>
            <UsedOn pages={usedOn} />
          </dd>
        </dl>
      </div>
    </HeldBack>
  )
}

function UsedOn({pages}: {pages: ClaimInUse['usedOn']}) {
  if (pages.length === 0) return 'On none of our pages at present.'
  return pages.map(({id, title, address}, position) => (
    <span key={id}>
      {position > 0 && (position === pages.length - 1 ? ' and ' : ', ')}
      <a href={address}>{title}</a>
    </span>
  ))
}
