import type {OnProgress, RegisterFile} from './file.ts'
import {RegisterProblem} from './problem.ts'
import {neededColumns, type RegisterSchool, readSchool, trustOf, urnOf, usedColumns} from './school-row.ts'
import {readTable, type TableRow} from './table.ts'
import {encodingOf} from './text.ts'
import type {Trust} from './trusts.ts'

/** Whose rows are kept. All others are counted and forgotten, so that all of England takes little memory. */
export type Wanted = {
  /** Group UID of the Trust; null when it is not known yet. */
  trust: string | null
  /** Numbers of schools that the site has, whichever trust they belong to by now. */
  urns: ReadonlySet<string>
}

/** What a file of the register holds. */
export type Register = {
  /** Every academy trust, by name. */
  trusts: Trust[]
  /** The schools that were wanted, by their number. */
  schools: ReadonlyMap<string, RegisterSchool>
  /** Numbers of wanted schools whose rows could not be used. */
  unread: ReadonlySet<string>
  /** Rows in all. */
  rows: number
  /** Whether all rows speak of one trust, so that the file is an extract of the register. */
  isExtract: boolean
  /** Rows and columns that could not be used, in sentences for staff. */
  notes: string[]
}

/**
 * Reads the register's file of schools (`edubasealldata`) as a stream.
 * @throws RegisterProblem in words for staff, when it is another file or a damaged one
 */
export async function readRegister(
  file: RegisterFile,
  wanted: Wanted,
  onProgress?: OnProgress,
): Promise<Register> {
  const reading = new RegisterReading(wanted)
  const encoding = await encodingOf(file)
  await readTable({
    file,
    encoding,
    onProgress,
    checkHeader: (columns) => reading.checkHeader(columns),
    onRow: (row) => reading.take(row),
  })
  return reading.register()
}

class RegisterReading {
  readonly #wanted: Wanted
  readonly #trusts = new Map<string, Trust>()
  readonly #schools = new Map<string, RegisterSchool>()
  readonly #unread = new Set<string>()
  readonly #notes: string[] = []
  #rows = 0
  #outsideTrusts = 0

  constructor(wanted: Wanted) {
    this.#wanted = wanted
  }

  checkHeader(columns: ReadonlySet<string>): void {
    const missing = neededColumns.filter((name) => !columns.has(name))
    if (missing.length > 0) throw new RegisterProblem(missingColumns(missing, columns))
    const unused = usedColumns.filter((name) => !columns.has(name))
    if (unused.length > 0) {
      this.#notes.push(`This file has no column ${listed(unused)}: what it would say is left as it is.`)
    }
  }

  take(row: TableRow): void {
    this.#rows += 1
    const trust = trustOf(row)
    const urn = urnOf(row)
    if (trust === null) this.#outsideTrusts += 1
    else this.#count(trust, row)
    if (this.#wanted.urns.has(urn) || (trust !== null && trust.uid === this.#wanted.trust))
      this.#keep(row, urn)
  }

  register(): Register {
    const byName = new Intl.Collator('en-GB')
    return {
      trusts: [...this.#trusts.values()].sort((one, other) => byName.compare(one.name, other.name)),
      schools: this.#schools,
      unread: this.#unread,
      rows: this.#rows,
      isExtract: this.#trusts.size <= 1 && this.#outsideTrusts === 0,
      notes: this.#notes,
    }
  }

  #count({uid, name}: {uid: string; name: string}, {cell}: TableRow): void {
    const known = this.#trusts.get(uid) ?? {uid, name, schools: 0}
    if (!/^closed$/i.test(cell('EstablishmentStatus (name)')?.trim() ?? '')) known.schools += 1
    this.#trusts.set(uid, known)
  }

  #keep(row: TableRow, urn: string): void {
    try {
      const school = readSchool(row)
      const twin = this.#schools.get(school.urn)
      if (twin) {
        throw new RegisterProblem(
          `Line ${row.line}: the URN ${school.urn} is on line ${twin.line} too, so the second row was left out.`,
        )
      }
      this.#schools.set(school.urn, school)
    } catch (error) {
      if (!(error instanceof RegisterProblem)) throw error
      this.#notes.push(error.message)
      if (!this.#schools.has(urn)) this.#unread.add(urn)
    }
  }
}

function missingColumns(missing: readonly string[], columns: ReadonlySet<string>): string {
  const [only] = columns
  const these = missing.length === 1 ? 'the column' : 'the columns'
  const lead = `This is not the register’s file of schools: ${these} ${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} missing.`
  if (columns.has('LinkURN'))
    return `${lead} It is the file of links between schools: give it as the second file.`
  if (columns.has('Group UID')) return `${lead} It is a file of groups: give it as the second file.`
  if (columns.size === 1 && /[;\t]/.test(only ?? '')) {
    return `${lead} Its values are not separated by commas: download it again, or save it as “CSV UTF-8 (comma delimited)”.`
  }
  return `${lead} Choose the file whose name begins with “edubasealldata”.`
}

const listed = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ')
