import {isUnencrypted, mendedAddress} from '#lib/links.ts'
import {isMailAddress} from '#lib/mail/address.ts'
import {agesProblem, locationProblem, postcodeProblem, telephoneProblem} from '#lib/schools.ts'
import {parseDay} from './days.ts'
import {fromNationalGrid} from './national-grid.ts'

/** What a cell of the register says. */
export type Told<Value> = {
  /** Null when it says that there is none; undefined when it does not say, so that nothing follows from it. */
  value: Value | null | undefined
  /** What was mended or could not be used, in a sentence for staff. */
  note: string | null
}

/** A cell as it stands in the file; undefined when the file has no such column. */
export type Cell = string | undefined

/** What the register writes where it has nothing to say, in small letters. */
const placeholders: readonly string[] = [
  '',
  '-',
  '.',
  '..',
  '...',
  '999',
  'does not apply',
  'n/a',
  'none',
  'not applicable',
  'not known',
  'not recorded',
  'null',
  'unknown',
]

const tell = <Value>(value: Value | null, note: string | null = null): Told<Value> => ({value, note})
const tellNothing = <Value>(note: string | null = null): Told<Value> => ({value: undefined, note})

/** The words of a cell with single spaces, or null for none and for what the register writes instead of none. */
export function wordsOf(cell: string): string | null {
  const words = cell.replace(/[\s\u00a0]+/g, ' ').trim()
  return placeholders.includes(words.toLowerCase()) ? null : words
}

/** Runs a reader on the words of a cell; a missing column says nothing, a placeholder says “none”. */
function read<Value>(cell: Cell, reader: (words: string) => Told<Value>): Told<Value> {
  if (cell === undefined) return tellNothing()
  const words = wordsOf(cell)
  return words === null ? tell<Value>(null) : reader(words)
}

export function readWords(cell: Cell): Told<string> {
  return read(cell, (words) => tell(words))
}

/** `YYYY-MM-DD` from `dd-mm-yyyy` or `dd/mm/yyyy`. */
export function readDay(cell: Cell): Told<string> {
  return read(cell, (words) => {
    const day = parseDay(words)
    return day === null
      ? tellNothing(`“${words}” is no day such as 31-01-2026, so it was left out.`)
      : tell(day)
  })
}

/** Whether a spreadsheet has written an identifier as a number with a power of ten, which loses its digits. */
export function isRounded(cell: Cell): boolean {
  return /^\s*\d+(?:[.,]\d+)?E[+-]?\d+\s*$/i.test(cell ?? '')
}

/** Why a rounded identifier is refused, and what to do. */
export function roundedMessage(column: string, cell: Cell): string {
  return `“${cell?.trim()}” in the column “${column}” is not the number any more, because a spreadsheet has rounded it. Download the file again and import it without opening it in a spreadsheet.`
}

/** Telephone numbers as Britain dials them. The zero that a spreadsheet takes for padding is put back. */
export function readTelephone(cell: Cell): Told<string> {
  if (isRounded(cell)) return tellNothing(roundedMessage('TelephoneNum', cell))
  return read(cell, (words) => {
    const lostZero = /^[1-9]\d{8,9}$/.test(words.replace(/[\s()-]/g, ''))
    const telephone = lostZero ? `0${words}` : words
    if (telephoneProblem(telephone) !== null)
      return tellNothing(`“${words}” is no telephone number, so it was left out.`)
    return tell(
      telephone,
      lostZero
        ? `The zero at the start of the telephone number was lost, and was put back: ${telephone}.`
        : null,
    )
  })
}

/** Numbers of Companies House: eight digits, or two letters and six digits. Lost zeros are put back. */
export function readCompanyNumber(cell: Cell): Told<string> {
  if (isRounded(cell)) return tellNothing(roundedMessage('Companies House Number', cell))
  return read(cell, (words) => {
    const number = words.toUpperCase()
    if (/^(?:\d{8}|[A-Z]{2}\d{6})$/.test(number)) return tell(number)
    if (!/^\d{5,7}$/.test(number)) return tellNothing(`“${words}” is no company number, so it was left out.`)
    const mended = number.padStart(8, '0')
    return tell(mended, `The zero at the start of the company number was lost, and was put back: ${mended}.`)
  })
}

export function readPostcode(cell: Cell): Told<string> {
  return read(cell, (words) => {
    const letters = words.toUpperCase().replaceAll(' ', '')
    const postcode = `${letters.slice(0, -3)} ${letters.slice(-3)}`
    return postcodeProblem(postcode) === null
      ? tell(postcode)
      : tellNothing(`“${words}” is no postcode, so it was left out.`)
  })
}

/** A web address with `https`, which is all that the site leads to. The register's have every kind of slip. */
export function readWebsite(cell: Cell): Told<string> {
  return read(cell, (words) => {
    if (isMailAddress(words.replace(/^mailto:/i, '').replaceAll(' ', ''))) {
      return tellNothing(`“${words}” is an e-mail address, not a website, so it was left out.`)
    }
    const address = mendedAddress(words)
    return address === null
      ? tellNothing(`“${words}” is no web address, so it was left out.`)
      : tell(address, mendedInWords(words, address))
  })
}

/** What was mended; a slash at the end is no matter. */
function mendedInWords(words: string, address: string): string | null {
  if (words.replace(/\/$/, '') === address) return null
  return isUnencrypted(words)
    ? `The register gives the website without https, which was put in: try whether ${address} works.`
    : `The website “${words}” was mended: ${address}.`
}

/** The youngest and the oldest age, in whole years. */
export function readAges(low: Cell, high: Cell): Told<{from: number; to: number}> {
  if (low === undefined || high === undefined) return tellNothing()
  const [youngest, oldest] = [wordsOf(low), wordsOf(high)]
  if (youngest === null || oldest === null) return tell<{from: number; to: number}>(null)
  const ages = {from: Number(youngest), to: Number(oldest)}
  return agesProblem(ages) === null
    ? tell(ages)
    : tellNothing(`“${youngest} to ${oldest}” is no range of ages, so it was left out.`)
}

/** Latitude and longitude of a place on the British National Grid. */
export function readLocation(easting: Cell, northing: Cell): Told<{lat: number; lng: number}> {
  if (easting === undefined || northing === undefined) return tellNothing()
  const [east, north] = [wordsOf(easting), wordsOf(northing)]
  if (east === null || north === null || (east === '0' && north === '0')) {
    return tell<{lat: number; lng: number}>(null)
  }
  const place = fromNationalGrid(Number(east), Number(north))
  return place !== null && locationProblem(place) === null
    ? tell(place)
    : tellNothing(`“${east}, ${north}” is no place in Great Britain, so it was left out.`)
}
