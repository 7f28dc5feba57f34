import {addressProblem, webAddressProblem} from '#lib/links.ts'
import {sitePathProblem} from '#lib/redirects.ts'
import {pageAddress, schoolAddress} from '#lib/site-addresses.ts'
import {type Origin, within} from '../origin.ts'
import {isFields, isUnpublishedId, optionalValue, type Reading} from '../parse.ts'
import type {Scalar} from '../unchecked.ts'
import type {LinkAnswer, TargetAnswer} from './answers.ts'

/**
 * Where something of the site is seen. Only its address is read, so a page that links to it stays as it is when
 * its words change: `_target` says so to the tags.
 */
export const targetProjection = `{
  "_target": _id, _type, url, "slug": slug.current, "home": _id == *[_id == "siteSettings"][0].homePage._ref
}` as const

/** A link object with the document that it leads to. */
export const linkProjection = `{
  _key, _type, linkType, href, "reference": {"_target": page._ref}, "target": page->${targetProjection}
}` as const

/** Where a link leads, or why it leads nowhere. */
export type LinkTarget = {address: string; problem: null} | {address: null; problem: string}

const nowhere = (problem: string): LinkTarget => ({address: null, problem})

/** Reads a link as `linkProjection` answers it: an address that visitors may follow, or the reason against it. */
export function parseLink(value: LinkAnswer | Scalar, reading?: Reading): LinkTarget {
  if (!isFields(value)) return nowhere('The link has no address yet.')
  if (optionalValue(value.linkType, 'the kind of link') === 'internal')
    return parseTarget(value.target, reading)
  const address = optionalValue(value.href, 'the address of the link')
  const problem = addressProblem(address ?? undefined)
  if (address === null) return nowhere('The link has no address yet.')
  return problem === null ? {address, problem: null} : nowhere(problem)
}

/** The field of a link that says where it leads. */
export function linkField(origin: Origin | undefined, value: LinkAnswer | Scalar): Origin | undefined {
  const isInternal = isFields(value) && optionalValue(value.linkType, 'the kind of link') === 'internal'
  return within(origin, isInternal ? 'page' : 'href')
}

/**
 * The address of a page, a school or a resource as `targetProjection` answers it.
 * @param reading - tells of a preview what is in drafts alone
 */
export function parseTarget(target: TargetAnswer | Scalar, reading?: Reading): LinkTarget {
  const isThere = isFields(target) && !(reading && isUnpublishedId(target._target, reading))
  if (!isThere) return nowhere('The link leads to something that is not published.')
  const address = addressOf(target)
  if (address === null) return nowhere('The link leads to something that has no address yet.')
  const isOnSite = address.startsWith('/') && sitePathProblem(address) === null
  // What is not on the site is the address of a resource, which is a web page.
  const problem = isOnSite ? null : webAddressProblem(address)
  return problem === null ? {address, problem: null} : nowhere(problem)
}

/** The address of a web page that visitors may open, or null. @param what - names it where it is no text */
export function webAddressOf(value: Scalar, what: string): string | null {
  const address = optionalValue(value, what)
  return address !== null && webAddressProblem(address) === null ? address : null
}

function addressOf(target: TargetAnswer): string | null {
  const slug = optionalValue(target.slug, 'the slug')
  if (target._type === 'page' && target.home === true) return '/'
  if (target._type === 'page') return slug === null ? null : pageAddress(slug)
  if (target._type === 'school') return slug === null ? null : schoolAddress(slug)
  if (target._type === 'resource') return optionalValue(target.url, 'the address of the resource')
  return null
}
