import {type Claim, claimProblem} from './claims.ts'
import {addressProblem} from './links.ts'
import {type Permission, permissionProblem} from './testimonials.ts'

/** A published document as far as what keeps it from visitors goes, with the private proof that a testimonial has. */
export type PublishedFacts = Claim & {
  _type: string
  url?: string | undefined
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
      return addressProblem(published.url)
    case 'testimonial':
      return permissionProblem(published.proof, today)
    default:
      return null
  }
}
