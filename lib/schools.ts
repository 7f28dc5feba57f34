import {webAddressProblem} from './links.ts'
import {isMailAddress} from './mail/address.ts'

/** Phases of education as Get Information about Schools names them, and two kinds of school to which it gives none. */
export const phases: readonly {value: string; title: string}[] = [
  {value: 'nursery', title: 'Nursery'},
  {value: 'primary', title: 'Primary'},
  {value: 'middle', title: 'Middle'},
  {value: 'secondary', title: 'Secondary'},
  {value: 'all-through', title: 'All-through'},
  {value: '16-plus', title: '16 plus'},
  {value: 'special', title: 'Special'},
  {value: 'alternative-provision', title: 'Alternative provision'},
]

/** How a school belongs to the Trust. */
export const schoolStatuses: readonly {value: string; title: string}[] = [
  {value: 'in-trust', title: 'In the Trust'},
  {value: 'joining', title: 'Joining'},
  {value: 'left', title: 'Left the Trust'},
]

/** What visitors must know of a school that is not in the Trust; null of one that is. */
export function statusInWords(status: string): string | null {
  if (status === 'joining') return 'joining our Trust'
  return status === 'left' ? 'no longer part of our Trust' : null
}

/** The way to write to a school that it chose itself. */
export type ContactRoute = {
  kind?: string | undefined
  email?: string | undefined
  telephone?: string | undefined
  url?: string | undefined
}

/**
 * What is wrong with a Unique Reference Number, or null: six digits, the first not zero, as Get Information about Schools
 * gives them. By it a school is found in the register and its reports at Ofsted; a wrong one leads to another school.
 */
export function urnProblem(urn: string | undefined): string | null {
  if (!urn) return null
  return /^[1-9]\d{5}$/.test(urn) ? null : 'A URN has six digits, such as 123456.'
}

/**
 * Where Ofsted's reports on a school are found; null for a number that the register has not given to any school, such
 * as those of example schools: its schools in England have numbers from 100000 on and are far from 200000.
 */
export function ofstedAddress(urn: string): string | null {
  return /^1\d{5}$/.test(urn) ? `https://reports.ofsted.gov.uk/search?q=${urn}` : null
}

/** What is wrong with an e-mail address, or null. Deliberately simple: only a letter proves a mailbox. */
export function emailProblem(email: string | undefined): string | null {
  if (!email) return null
  return isMailAddress(email) ? null : 'This is no e-mail address, such as office@school.example.'
}

/**
 * What is wrong with a telephone number as people write it in Britain, or null. Ofcom’s National Telephone Numbering Plan:
 * 0 and nine or ten digits. A spreadsheet drops the 0, and then nobody can ring.
 */
export function telephoneProblem(telephone: string | undefined): string | null {
  if (!telephone) return null
  const digits = telephone.replace(/[\s()-]/g, '')
  return /^(?:0\d{9,10}|\+44\d{9,10})$/.test(digits)
    ? null
    : 'This is no telephone number, such as 01632 960123: start with 0 or +44 and count the digits.'
}

/**
 * What is wrong with a postcode, or null. The shape only, as Royal Mail writes it, so that maps and drivers find it:
 * whether it exists is Royal Mail’s matter.
 */
export function postcodeProblem(postcode: string | undefined): string | null {
  if (!postcode) return null
  return /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/.test(postcode)
    ? null
    : 'Write the postcode in capitals with a space, such as AB1 2CD.'
}

/** Great Britain and its islands, in degrees (WGS 84), from Scilly to Shetland. */
const greatBritain = {south: 49.8, north: 60.9, west: -8.7, east: 1.8}

/**
 * What is wrong with a school’s place on the map, or null. Distances and neighbours are worked out from it, and one place
 * in the sea would be everybody’s neighbour or nobody’s. A swapped latitude and longitude is the usual slip.
 */
export function locationProblem(location: {lat?: number; lng?: number} | undefined): string | null {
  if (!location) return null
  const {lat, lng} = location
  if (lat === undefined || lng === undefined) return 'Give both latitude and longitude.'
  const inside =
    lat >= greatBritain.south &&
    lat <= greatBritain.north &&
    lng >= greatBritain.west &&
    lng <= greatBritain.east
  return inside ? null : 'This place is outside Great Britain. Are latitude and longitude swapped?'
}

/** What is wrong with a school’s range of ages, in whole years, or null. The register (GIAS) has ages up to 25. */
export function agesProblem(
  ages: {from?: number | undefined; to?: number | undefined} | undefined,
): string | null {
  if (!ages || (ages.from === undefined && ages.to === undefined)) return null
  const {from, to} = ages
  if (from === undefined || to === undefined) return 'Give both the youngest and the oldest age.'
  if (!Number.isInteger(from) || !Number.isInteger(to)) return 'Use whole years.'
  if (from < 0 || to > 25) return 'Ages lie between 0 and 25.'
  return from < to ? null : 'The oldest age is above the youngest.'
}

/** What is missing of the contact route that a school chose, or null: a visitor who follows it reaches somebody. */
export function contactRouteProblem(route: ContactRoute | undefined): string | null {
  if (!route?.kind) return 'Choose how to ask the school.'
  if (route.kind === 'email') return route.email ? emailProblem(route.email) : 'Give the e-mail address.'
  if (route.kind === 'telephone')
    return route.telephone ? telephoneProblem(route.telephone) : 'Give the telephone number.'
  return route.url ? webAddressProblem(route.url) : 'Give the address of the contact form.'
}

/**
 * What keeps a school from promising that it is happy to be asked, or null. The site says of such schools that anybody may
 * drop them a line, and a promise that cannot be kept misleads (CAP Code 3.1).
 */
export function happyToBeAskedProblem(
  happy: boolean | undefined,
  route: ContactRoute | undefined,
): string | null {
  if (!happy) return null
  return contactRouteProblem(route) === null
    ? null
    : 'A school that is happy to be asked needs a way to be asked: choose one under “How to ask”.'
}
