import {urnProblem} from '#lib/schools.ts'
import {
  type Cell,
  isRounded,
  readAges,
  readDay,
  readLocation,
  readPostcode,
  readTelephone,
  readWebsite,
  readWords,
  roundedMessage,
  type Told,
  wordsOf,
} from './cells.ts'
import {displayName} from './display-name.ts'
import {agesText, type Facts, locationText} from './facts.ts'
import {RegisterProblem} from './problem.ts'
import type {TableRow} from './table.ts'
import {isAcademyTrust} from './trusts.ts'
import {phaseOf, type RegisterStatus, statusOf} from './vocabularies.ts'

/** Columns without which nothing can be said about a school. */
export const neededColumns = [
  'URN',
  'EstablishmentName',
  'TypeOfEstablishment (name)',
  'EstablishmentStatus (name)',
  'PhaseOfEducation (name)',
  'TrustSchoolFlag (name)',
  'Trusts (code)',
  'Trusts (name)',
] as const

/** Columns whose facts are left as they are when a file has none. */
export const usedColumns = [
  'StatutoryLowAge',
  'StatutoryHighAge',
  'ReligiousCharacter (name)',
  'Street',
  'Locality',
  'Address3',
  'Town',
  'County (name)',
  'Postcode',
  'SchoolWebsite',
  'TelephoneNum',
  'Easting',
  'Northing',
] as const

/** Identifiers that a spreadsheet rounds. */
const identifierColumns = ['UKPRN', 'UPRN'] as const

/** What the register says about a school. Neither its head nor any grade is among it, whatever columns a file has. */
export type RegisterSchool = {
  urn: string
  /** Of the row in the file. */
  line: number
  /** The academy trust that it belongs to. */
  trust: {uid: string; name: string} | null
  status: RegisterStatus
  /** `YYYY-MM-DD` */
  closedOn: string | null
  facts: Facts
  /** What was mended or left out, in sentences for staff. */
  notes: string[]
}

/** The number of a row's school. @throws RegisterProblem when a spreadsheet has rounded it */
export function urnOf({line, cell}: TableRow): string {
  return identifierIn('URN', cell('URN'), line)
}

/** The academy trust that a row's school belongs to. @throws RegisterProblem when its number was rounded */
export function trustOf({line, cell}: TableRow): RegisterSchool['trust'] {
  if (!isAcademyTrust(cell('TrustSchoolFlag (name)') ?? '')) return null
  const uid = identifierIn('Trusts (code)', cell('Trusts (code)'), line)
  return uid === '' ? null : {uid, name: displayName(wordsOf(cell('Trusts (name)') ?? '') ?? uid)}
}

function identifierIn(column: string, cell: Cell, line: number): string {
  if (isRounded(cell)) throw new RegisterProblem(`Line ${line}: ${roundedMessage(column, cell)}`)
  return wordsOf(cell ?? '') ?? ''
}

/**
 * A school from its row.
 * @throws RegisterProblem when it has no proper number, or a status that is not known
 */
export function readSchool(row: TableRow): RegisterSchool {
  const {line, cell} = row
  const urn = urnOf(row)
  if (urn === '' || urnProblem(urn) !== null)
    throw new RegisterProblem(`Line ${line}: “${urn}” is no URN. A URN has six digits, such as 123456.`)
  const status = statusOf(cell('EstablishmentStatus (name)') ?? '')
  if (status === null)
    throw new RegisterProblem(
      `Line ${line}, URN ${urn}: the status “${cell('EstablishmentStatus (name)')?.trim()}” is not known, so this school was left out.`,
    )
  const notes: string[] = identifierColumns
    .filter((column) => isRounded(cell(column)))
    .map((column) => roundedMessage(column, cell(column)))
  const heard = <Value>({value, note}: Told<Value>) => {
    if (note !== null) notes.push(note)
    return value
  }
  const closedOn = heard(readDay(cell('CloseDate'))) ?? null
  const facts = definedOnly(readFacts(row, urn, heard))
  if (facts.postcode === null && (facts.street || facts.locality || facts.town))
    notes.push('The register gives the address without a postcode.')
  return {
    urn,
    line,
    trust: trustOf(row),
    status,
    closedOn,
    facts,
    notes,
  }
}

type Hear = <Value>(told: Told<Value>) => Value | null | undefined

function readFacts({cell}: TableRow, urn: string, heard: Hear) {
  const written = (column: Cell) => {
    const words = heard(readWords(column))
    return words ? displayName(words) : words
  }
  const ages = heard(readAges(cell('StatutoryLowAge'), cell('StatutoryHighAge')))
  const place = heard(readLocation(cell('Easting'), cell('Northing')))
  return {
    urn,
    // Nothing is without a name: a row that has none says nothing about it.
    name: written(cell('EstablishmentName')) ?? undefined,
    phase:
      phaseOf(cell('PhaseOfEducation (name)') ?? '', cell('TypeOfEstablishment (name)') ?? '') ?? undefined,
    ages: ages && agesText(ages),
    religiousCharacter: heard(readWords(cell('ReligiousCharacter (name)'))),
    street: written(cell('Street')),
    locality: joined(written(cell('Locality')), written(cell('Address3'))),
    town: written(cell('Town')),
    county: written(cell('County (name)')),
    postcode: heard(readPostcode(cell('Postcode'))),
    location: place && locationText(place),
    website: heard(readWebsite(cell('SchoolWebsite'))),
    telephone: heard(readTelephone(cell('TelephoneNum'))),
  }
}

/** The register has two lines where a school's document has one. */
function joined(locality: string | null | undefined, more: string | null | undefined) {
  if (locality === undefined) return more
  const lines = [locality, more].filter((line) => line !== null && line !== undefined)
  return lines.length === 0 ? null : lines.join(', ')
}

type Read = {[name in keyof Facts]: string | null | undefined}

function definedOnly(read: Read): Facts {
  const facts: Facts = {}
  let name: keyof Facts
  for (name in read) {
    const value = read[name]
    if (value !== undefined) facts[name] = value
  }
  return facts
}
