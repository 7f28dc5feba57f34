import {items, type Reading, words} from '../parse.ts'
import type {ClaimInUseAnswer} from './answers.ts'
import {type BenefitClaim, parseBenefitClaim} from './benefit-claim.ts'
import {parseTarget, targetProjection} from './link.ts'

/** A claim with the pages that refer to it. Drafts among them appear only in a reading that lays drafts over. */
export const claimInUseProjection = `{
  _id, statement, kind, statistic,
  "usedOn": *[_type == "page" && defined(slug.current) && references(^._id)] | order(title asc){
    _id, title, "target": @${targetProjection}
  }
}` as const

export type ClaimInUse = BenefitClaim & {
  /** Pages that make the claim, by title. */
  usedOn: {id: string; title: string; address: string}[]
}

/**
 * Reads a claim with the pages that make it; null when it may not be shown to whoever is reading.
 * @throws MalformedContentError
 */
export function parseClaimInUse(value: ClaimInUseAnswer, reading: Reading): ClaimInUse | null {
  const claim = parseBenefitClaim(value, reading)
  if (claim === null) return null
  const usedOn = items(value.usedOn, `benefit claim ${claim.id}, pages`, reading, (page) => {
    const {address} = parseTarget(page.target)
    return address === null
      ? null
      : {id: words(page._id, 'its id'), title: words(page.title, 'its title'), address}
  })
  return {...claim, usedOn}
}
