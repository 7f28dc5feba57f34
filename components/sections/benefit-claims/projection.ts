import type {SectionAnswer} from '#sanity/lib/content/answers.ts'
import {
  type BenefitClaim,
  benefitClaimProjection,
  parseBenefitClaim,
} from '#sanity/lib/content/benefit-claim.ts'
import {type RichText, richTextProjection} from '#sanity/lib/content/rich-text.ts'
import {within} from '#sanity/lib/origin.ts'
import {choice, items, optionalWords, type Reading} from '#sanity/lib/parse.ts'
import {chosenReader} from '../chosen.ts'
import {parseIntroduction} from '../introduction.ts'
import type {SectionFrame} from '../section-frame.ts'
import {type ListStyle, listStyles} from './list-styles.ts'

const listStyleValues = listStyles.map(({value}) => value)

export const benefitClaimsSectionProjection = `
  heading,
  "introduction": introduction${richTextProjection},
  listStyle,
  "claims": claims[]{_key, _ref, "document": @->${benefitClaimProjection}}` as const

export type BenefitClaimsSectionContent = SectionFrame & {
  type: 'benefitClaimsSection'
  introduction: RichText
  /** A running list reads as one sentence: ";" after each claim, "; and" before the last. */
  listStyle: ListStyle
  claims: BenefitClaim[]
}

/** Null when no claim may be shown: an introduction to nothing is held back with it. */
export function parseBenefitClaimsSection(
  section: SectionAnswer<'benefitClaimsSection'>,
  frame: SectionFrame,
  reading: Reading,
): BenefitClaimsSectionContent | null {
  const origin = within(frame.origin, 'claims')
  const list = {what: 'claim', label: `${frame.label}, claims`, origin}
  const {leftOut, readChosen} = chosenReader(list, reading)
  const claims = items(section.claims, list.label, reading, ({_key, document}) =>
    readChosen(_key, document, (found) => parseBenefitClaim(found, reading)),
  )
  if (claims.length === 0 && !reading.preview) return null
  return {
    ...frame,
    heading: optionalWords(section.heading, 'the heading'),
    heldBack: claims.length === 0 ? 'None of its claims can be shown.' : null,
    mend: origin,
    leftOut,
    type: 'benefitClaimsSection',
    introduction: parseIntroduction(section, frame, reading),
    listStyle: choice(section.listStyle, listStyleValues) ?? 'bullets',
    claims,
  }
}
