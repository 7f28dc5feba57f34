import {ButtonLink} from '#components/button/index.tsx'
import {HeldBack} from '#components/held-back/index.tsx'
import {runningPunctuation} from '#lib/running-list.ts'
import {Section} from '../section.tsx'
import styles from './benefit-claims.module.css'
import {Evidence} from './evidence.tsx'
import type {BenefitClaimsSectionContent} from './projection.ts'

/** What the Trust says that belonging to it is good for; a number has its evidence beside it. */
export function BenefitClaimsSection({section}: {section: BenefitClaimsSectionContent}) {
  const {introduction, claims, listStyle} = section
  return (
    <Section frame={section} introduction={introduction}>
      <ul className={listStyle === 'plain' ? `${styles.claims} ${styles.plain}` : styles.claims}>
        {claims.map((claim, position) => (
          <li key={claim.id} className={styles.claim}>
            <HeldBack reason={claim.heldBack} mend={claim.mend}>
              <p className={styles.statement}>
                {claim.statement}
                {listStyle === 'running' && runningPunctuation(position, claims.length)}
              </p>
              {claim.statistic !== null && <Evidence statistic={claim.statistic} />}
            </HeldBack>
          </li>
        ))}
      </ul>
      {/* Whoever has read what a Trust says of itself is shown who can tell whether it holds. */}
      <p className={styles.further}>
        <ButtonLink href="/schools" look="full">
          Find a school to talk to
        </ButtonLink>
        <a href="/evidence">All our claims and their evidence</a>
      </p>
    </Section>
  )
}
