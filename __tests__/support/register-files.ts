import type {RegisterFile} from '#lib/register/file.ts'

/**
 * Columns of the register's file of schools as it was in different years, some of which nobody here reads: codes,
 * heads and, until March 2025, grades.
 */
export const registerColumns = [
  'URN',
  'LA (code)',
  'LA (name)',
  'EstablishmentName',
  'TypeOfEstablishment (name)',
  'EstablishmentStatus (name)',
  'OpenDate',
  'CloseDate',
  'PhaseOfEducation (name)',
  'StatutoryLowAge',
  'StatutoryHighAge',
  'Gender (name)',
  'ReligiousCharacter (name)',
  'NumberOfPupils',
  'TrustSchoolFlag (name)',
  'Trusts (code)',
  'Trusts (name)',
  'UKPRN',
  'OfstedLastInsp',
  'Street',
  'Locality',
  'Address3',
  'Town',
  'County (name)',
  'Postcode',
  'SchoolWebsite',
  'TelephoneNum',
  'HeadTitle (name)',
  'HeadFirstName',
  'HeadLastName',
  'HeadPreferredJobTitle',
  'Easting',
  'Northing',
  'OfstedRating (name)',
  'UPRN',
] as const

export type RowOfRegister = {[column in (typeof registerColumns)[number]]?: string}

/** A primary school of the Trust of Group UID 7001, with a head and a grade that nobody may import. */
const ordinary: RowOfRegister = {
  'LA (code)': '999',
  'LA (name)': 'Wrendale',
  'TypeOfEstablishment (name)': 'Academy converter',
  'EstablishmentStatus (name)': 'Open',
  OpenDate: '01-09-2015',
  'PhaseOfEducation (name)': 'Primary',
  StatutoryLowAge: '4',
  StatutoryHighAge: '11',
  'Gender (name)': 'Mixed',
  'ReligiousCharacter (name)': 'Does not apply',
  NumberOfPupils: '210',
  'TrustSchoolFlag (name)': 'Supported by a multi-academy trust',
  'Trusts (code)': '7001',
  'Trusts (name)': 'VALLEY SCHOOLS TRUST',
  UKPRN: '10099901',
  OfstedLastInsp: '18-01-2023',
  'County (name)': 'Wrendale',
  'HeadTitle (name)': 'Ms',
  HeadFirstName: 'Perpetua',
  HeadLastName: 'Nightingale',
  HeadPreferredJobTitle: 'Executive Principal',
  Easting: '372000',
  Northing: '492000',
  'OfstedRating (name)': 'Outstanding',
  UPRN: '10099900001',
}

/** A row of a school of the Trust, as far as it is not told otherwise. */
export function registerRow(values: RowOfRegister): RowOfRegister {
  return {...ordinary, ...values}
}

/** A table in the register's own way of writing: every value in quotes, lines that end in CR LF. */
export function csv(
  columns: readonly string[],
  rows: readonly {[column: string]: string | undefined}[],
): string {
  const line = (values: readonly string[]) =>
    values.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))].map(line)
  return `${lines.join('\r\n')}\r\n`
}

/** The register's file of schools. */
export function registerCsv(rows: readonly RowOfRegister[]): string {
  return csv(registerColumns, rows.map(registerRow))
}

/** A file in memory, handed out in pieces of a given size. */
export function registerFile(
  content: string | Uint8Array,
  {name = 'edubasealldata20261127.csv', pieceSize = 65_536}: {name?: string; pieceSize?: number} = {},
): RegisterFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return {
    name,
    size: bytes.length,
    savedOn: '2026-11-28',
    async *chunks() {
      for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize)
    },
  }
}
