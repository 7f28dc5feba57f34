import {pageAddress, schoolAddress} from '#lib/site-addresses.ts'
import {isFields, items, optionalDay, optionalValue, type Reading, requiredValue, words} from '../parse.ts'
import type {Scalar} from '../unchecked.ts'
import type {AddressAnswer, AddressesAnswer} from './answers.ts'

export type SiteAddress = {
  type: 'page' | 'school'
  slug: string
  path: string
  /** The day on which a document that it shows last changed, `YYYY-MM-DD`. */
  changedOn: string | null
  /** Whether staff keep it out of search engines. */
  hidden: boolean
}

export type SiteAddresses = {
  documents: SiteAddress[]
  /** The day on which a school last changed, whichever it was. */
  schoolsChangedOn: string | null
  /** The day on which a claim last changed, whichever it was. */
  claimsChangedOn: string | null
}

type Times = AddressAnswer['claims']

export function parseAddresses(answer: AddressesAnswer | Scalar, reading: Reading): SiteAddresses {
  const result = isFields(answer) ? answer : null
  const home = optionalValue(result?.home, 'the home page')
  const schoolTimes = items(result?.documents, 'addresses', reading, (document) =>
    document._type === 'school' ? document._updatedAt : null,
  )
  const schoolsChangedOn = latestDay(schoolTimes)
  const documents = items(result?.documents, 'addresses', reading, (document) =>
    parseAddress(document, home, schoolsChangedOn),
  )
  return {documents, schoolsChangedOn, claimsChangedOn: latestDay(timesOf(result?.claims))}
}

function parseAddress(
  document: AddressAnswer,
  home: string | null,
  schoolsChangedOn: string | null,
): SiteAddress {
  const slug = requiredValue(document.slug, 'its slug')
  // Without a name it cannot be shown.
  words(document.title, 'its name')
  const type = document._type === 'school' ? 'school' : 'page'
  const path = type === 'school' ? schoolAddress(slug) : pageAddress(slug)
  const {testimonials, claims, schools, resources, ownTestimonials} = document
  const ofShown = [testimonials, claims, schools, resources, ownTestimonials].flatMap(timesOf)
  const ofList = document.listsSchools === true ? [schoolsChangedOn] : []
  return {
    type,
    slug,
    path: document._id === home ? '/' : path,
    changedOn: latestDay([document._updatedAt, ...ofShown, ...ofList]),
    hidden: document.hidden === true,
  }
}

function timesOf(times: Times): Scalar[] {
  return Array.isArray(times) ? times : []
}

function latestDay(times: readonly Scalar[]): string | null {
  const days = times.map(optionalDay).filter((day) => day !== null)
  return days.sort().at(-1) ?? null
}
