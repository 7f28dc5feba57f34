import {EvidenceList} from '#components/evidence-list/index.tsx'
import {PageFrame} from '#components/page/page-frame.tsx'
import type {BenefitClaim} from '#sanity/lib/content/benefit-claim.ts'
import type {ClaimInUse} from '#sanity/lib/content/claim-in-use.ts'
import {onSite, type Room} from './exhibit.tsx'
import {claim, outOfFifty, statistic} from './sections.ts'
import {heldBackStatistic, sentence, unbroken} from './trials.ts'

const usedOn = (made: BenefitClaim, ...titles: string[]): ClaimInUse => ({
  ...made,
  usedOn: titles.map((title) => ({id: title, title, address: '/schools'})),
})

const show = (claims: ClaimInUse[]) => () =>
  onSite(
    <PageFrame title="Our claims and their evidence">
      <EvidenceList claims={claims} />
    </PageFrame>,
  )

/** The list of claims. */
export const claims: Room = {
  title: 'Claims and their evidence',
  exhibits: [
    {
      slug: 'claims',
      title: 'Claims with a number and in words, used and not',
      show: show([
        usedOn(statistic, 'Working with Us'),
        usedOn(outOfFifty),
        usedOn(claim('Teachers learn together.'), 'About us', 'Joining the Trust', 'Working with Us'),
        usedOn(claim(sentence.repeat(3)), unbroken),
        usedOn(claim('Schools share what works.')),
      ]),
    },
    {
      slug: 'one-claim',
      title: 'One claim',
      show: show([usedOn(claim('Teachers learn together.'), 'About us')]),
    },
    {
      slug: 'held-back-claim',
      title: 'A claim that is held back, in a preview',
      show: show([usedOn(heldBackStatistic, 'About us')]),
    },
    {slug: 'no-claims', title: 'No claim', show: show([])},
  ],
}
