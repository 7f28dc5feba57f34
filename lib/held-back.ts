import {type Claim, claimProblem} from './claims.ts'
import {webAddressProblem} from './links.ts'
import {attributionProblem, type Permission, permissionProblem} from './testimonials.ts'

/** A published document as far as what keeps it from visitors goes, with the private proof that a testimonial has. */
export type PublishedFacts = Claim & {
  _type: string
  url?: string | undefined
  attribution?: {text?: string | undefined} | undefined
  proof: Permission | null
}

/**
 * What keeps visitors from a document that is published, or null: the rule of its type, in its own words.
 * @param today - `YYYY-MM-DD`
 */
export function heldBackReason(published: PublishedFacts, today: string): string | null {
  switch (published._type) {
    case 'benefitClaim':
      return claimProblem(published)
    case 'resource':
      return webAddressProblem(published.url)
    case 'testimonial':
      return permissionProblem(published.proof, today) ?? attributionProblem(published.attribution?.text)
    default:
      return null
  }
}
