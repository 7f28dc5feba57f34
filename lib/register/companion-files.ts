import {isRounded, readCompanyNumber, readDay, roundedProblem, wordsOf} from './cells.ts'
import type {OnProgress, RegisterFile} from './file.ts'
import {RegisterProblem} from './problem.ts'
import {readHeader, readTable, type TableRow} from './table.ts'
import {encodingOf} from './text.ts'

/** Which school followed which, by their numbers. */
export type SchoolLinks = {
  successors: ReadonlyMap<string, ReadonlySet<string>>
  predecessors: ReadonlyMap<string, ReadonlySet<string>>
}

/** What the register's file of groups says of each trust, by its Group UID. */
export type GroupLinks = ReadonlyMap<
  string,
  {
    /** The day on which each school joined, `YYYY-MM-DD`, by its URN. */
    joinedOn: ReadonlyMap<string, string>
    companyNumber: string | null
    notes: string[]
  }
>

/** What the files beside the register's own say. */
export type Companions = {links: SchoolLinks | null; groups: GroupLinks | null}

const linkColumns = ['URN', 'LinkURN', 'LinkType']
const groupColumns = ['URN', 'Group UID', 'Joined date']

/**
 * Reads one of the register's smaller files, told by its columns: links between schools (`links_edubasealldata`), or
 * schools and their groups (`alllinksdata`).
 * @throws RegisterProblem when it is neither, or damaged
 */
export async function readCompanion(
  file: RegisterFile,
  onProgress?: OnProgress,
): Promise<Partial<Companions>> {
  const encoding = await encodingOf(file)
  const columns = await readHeader(file, encoding)
  const has = (names: string[]) => names.every((name) => columns.has(name))
  if (has(linkColumns)) {
    const links = new LinkReading()
    await readTable({file, encoding, onProgress, checkHeader: () => {}, onRow: (row) => links.take(row)})
    return {links}
  }
  if (has(groupColumns)) {
    const groups = new GroupReading()
    await readTable({file, encoding, onProgress, checkHeader: () => {}, onRow: (row) => groups.take(row)})
    return {groups: groups.trusts}
  }
  throw new RegisterProblem(
    `“${file.name}” is neither the file of links between schools, with the columns “URN”, “LinkURN” and “LinkType”, nor that of groups, with “URN”, “Group UID” and “Joined date”.`,
  )
}

/** Whether a file is one of the smaller ones, without reading further than its header. */
export async function isCompanion(file: RegisterFile): Promise<boolean> {
  const columns = await readHeader(file, await encodingOf(file))
  return [linkColumns, groupColumns].some((names) => names.every((name) => columns.has(name)))
}

function identifier({line, cell}: TableRow, column: string): string {
  const text = cell(column)
  if (isRounded(text)) throw new RegisterProblem(`Line ${line}: ${roundedProblem(column, text)}`)
  return wordsOf(text ?? '') ?? ''
}

/**
 * Only what makes one school of two numbers counts: plain predecessors and successors. Mergers and splits
 * (“Predecessor - amalgamated”, “Successor - split school”, …) make other schools.
 */
class LinkReading implements SchoolLinks {
  readonly successors = new Map<string, Set<string>>()
  readonly predecessors = new Map<string, Set<string>>()

  take(row: TableRow): void {
    const [urn, linked] = [identifier(row, 'URN'), identifier(row, 'LinkURN')]
    const type = row.cell('LinkType')?.trim().toLowerCase()
    if (urn === '' || linked === '' || urn === linked) return
    if (type === 'predecessor') this.#add(linked, urn)
    if (type === 'successor') this.#add(urn, linked)
  }

  #add(before: string, after: string): void {
    this.successors.set(before, (this.successors.get(before) ?? new Set()).add(after))
    this.predecessors.set(after, (this.predecessors.get(after) ?? new Set()).add(before))
  }
}

class GroupReading {
  readonly trusts = new Map<
    string,
    {joinedOn: Map<string, string>; companyNumber: string | null; notes: string[]}
  >()

  take(row: TableRow): void {
    const [urn, uid] = [identifier(row, 'URN'), identifier(row, 'Group UID')]
    if (urn === '' || uid === '') return
    const trust = this.trusts.get(uid) ?? this.#begin(uid, row)
    const {value} = readDay(row.cell('Joined date'))
    if (value) trust.joinedOn.set(urn, value)
  }

  #begin(uid: string, {cell}: TableRow) {
    const {value, note} = readCompanyNumber(cell('Companies House Number'))
    const trust = {
      joinedOn: new Map<string, string>(),
      companyNumber: value ?? null,
      notes: note === null ? [] : [note],
    }
    this.trusts.set(uid, trust)
    return trust
  }
}

/**
 * The number that a school has by now: the end of the chain of its successors. The chain ends where it is no longer
 * one school, because several followed or several came together.
 */
export function presentUrn({successors, predecessors}: SchoolLinks, urn: string): string {
  const seen = new Set<string>()
  let present = urn
  while (!seen.has(present)) {
    seen.add(present)
    const [next, ...others] = successors.get(present) ?? []
    if (next === undefined || others.length > 0 || predecessors.get(next)?.size !== 1) return present
    present = next
  }
  return urn
}
