import {dayInWords} from '#lib/dates.ts'
import {presentUrn} from './companion-files.ts'
import {
  type Compared,
  contentOf,
  type Entry,
  type EntryKind,
  entryOf,
  isEnded,
  membershipOf,
} from './entry.ts'
import {type FactName, saysTheSame} from './facts.ts'
import {type NewSchool, newSchools, slugsOf, withName} from './new-schools.ts'
import {type FoundSchool, otherTrustWarning} from './other-trust.ts'
import {factIn, factsDayOf, type SchoolVersion, type SiteSchool} from './school-document.ts'
import type {RegisterSchool} from './school-row.ts'

/** What an import would do. */
export type Comparison = {
  entries: Entry[]
  /** Says that the chosen trust is probably not the Trust, so that nothing is ticked; else null. */
  otherTrust: string | null
  /** Addresses that schools of the site have. */
  slugs: string[]
  /** What staff should know about the file or the site, in sentences. */
  notes: string[]
}

/** Compares the register with the schools of the site. Changes nothing. */
export function compareSchools(compared: Compared): Comparison {
  const {register, trust, schools, takenOn} = compared
  const notes = [...register.notes]
  const {known, ambiguous} = byUrn(schools, notes)
  const entries: Entry[] = []
  const found: FoundSchool[] = []
  const arrived = new Set<string>(ambiguous)
  for (const [urn, school] of known) {
    const row = register.schools.get(urn)
    const successor = successorOf(urn, row, {...compared, known})
    arrived.add(urn)
    if (successor !== undefined) arrived.add(successor.urn)
    const present = successor?.status === 'open' ? successor : row
    found.push({school, row: present})
    entries.push(entryOf({...compared, school, row: present, before: urn}))
  }
  const unknown = [...register.schools.values()].filter(
    ({urn, status, ...row}) => row.trust?.uid === trust && status !== 'closed' && !arrived.has(urn),
  )
  entries.push(...newEntries(unknown, entries, compared))
  noteOlderFile(entries, takenOn, notes)
  const otherTrust = otherTrustWarning(found, compared)
  if (otherTrust !== null) for (const entry of entries) entry.isTicked = false
  return {entries: entries.sort(inOrder), otherTrust, slugs: slugsOf(schools), notes}
}

/** The same with another name, and the address that follows from it, for a school that is new. */
export function renameNewSchool(comparison: Comparison, urn: string, name: string): Comparison {
  const others = comparison.entries.flatMap(({creation}) =>
    creation && creation.urn !== urn ? [creation.slug] : [],
  )
  const taken = new Set([...comparison.slugs, ...others])
  const entries = comparison.entries.map((entry) => {
    if (entry.creation?.urn !== urn) return entry
    const creation = withName(entry.creation, name, taken)
    return {...entry, name: creation.name, creation}
  })
  return {...comparison, entries}
}

/**
 * The row of what is the same school with a new number. While both are open they are two schools, whatever the links
 * say; and no document stands for both of two numbers.
 */
function successorOf(
  urn: string,
  row: RegisterSchool | undefined,
  {register, trust, companions: {links}, known}: Compared & {known: ReadonlyMap<string, SiteSchool>},
): RegisterSchool | undefined {
  if (links === null) return undefined
  const present = presentUrn(links, urn)
  const successor = register.schools.get(present)
  if (present === urn || known.has(present) || successor?.trust?.uid !== trust) return undefined
  if (successor.status === 'closed' || (successor.status === 'open' && row?.status === 'open'))
    return undefined
  return successor
}

/** Schools by their numbers; those that share one cannot be told apart, and are named and left alone. */
function byUrn(schools: readonly SiteSchool[], notes: string[]) {
  const known = new Map<string, SiteSchool>()
  const ambiguous = new Set<string>()
  for (const school of schools) {
    const content = contentOf(school)
    const urn = factIn(content, 'urn')
    const name = factIn(content, 'name') ?? 'A school without a name'
    if (urn === null) notes.push(`${name} has no URN, so it was not compared.`)
    else if (known.has(urn) || ambiguous.has(urn)) {
      notes.push(
        `${name} has the URN ${urn}, which another school has too, so neither was compared: delete one of them.`,
      )
      ambiguous.add(urn)
      known.delete(urn)
    } else known.set(urn, school)
  }
  return {known, ambiguous}
}

/** Schools that the site does not have. One in the place of another may be the same, so staff tick it themselves. */
function newEntries(rows: RegisterSchool[], others: readonly Entry[], compared: Compared): Entry[] {
  const gone = others.filter(({kind}) => isEnded(kind))
  const says = (row: RegisterSchool) => ({...row.facts, ...membershipOf(row, compared)})
  const made = newSchools(
    rows.map((row) => ({urn: row.urn, facts: says(row)})),
    compared.schools,
    compared.takenOn,
  )
  return made.map((creation) => {
    const row = rows.find(({urn}) => urn === creation.urn)
    const twin = likestOf(gone, creation)
    const reasons =
      twin === undefined
        ? []
        : [
            `It may be ${twin.name} (${twin.urn}), which the Trust no longer has by this file, with a new number. If so, do not tick it: add the file of links between schools.`,
          ]
    return {
      urn: creation.urn,
      kind: 'new' as const,
      name: creation.name,
      reasons: [...reasons, ...creation.missing],
      notes: row?.notes ?? [],
      changes: [],
      kept: [],
      isTicked: twin === undefined,
      versions: [],
      creation,
    }
  })
}

/** The school that has gone and is most like a new one; undefined when none is like it at all. */
function likestOf(gone: readonly Entry[], creation: NewSchool): Entry | undefined {
  return gone
    .map((entry) => ({entry, common: inCommon(entry.versions[0]?.version, creation)}))
    .filter(({common}) => common > 0)
    .sort((one, other) => other.common - one.common)[0]?.entry
}

/** How many of name, place and ways to reach them a school that has gone and a new one have in common. */
function inCommon(version: SchoolVersion | undefined, {facts}: NewSchool): number {
  const telling: FactName[] = ['name', 'postcode', 'telephone', 'website']
  return telling.filter((name) => {
    const known = version === undefined ? null : factIn(version.content, name)
    return known !== null && saysTheSame(name, known, facts[name] ?? null)
  }).length
}

/** An old file would take schools back to what they were, so nothing is ticked that staff have not looked at. */
function noteOlderFile(entries: Entry[], takenOn: string, notes: string[]): void {
  const newer = entries.filter(({versions}) =>
    versions.some(({version: {content}}) => (factsDayOf(content) ?? '') > takenOn),
  )
  if (newer.length === 0) return
  notes.push(
    `This file is of ${dayInWords(takenOn)}, older than the facts of ${newer.length === 1 ? newer[0]?.name : `${newer.length} schools`}, which are therefore not ticked. Download a new one.`,
  )
  for (const entry of newer) entry.isTicked = false
}

const kinds: readonly EntryKind[] = [
  'new',
  'converted',
  'changed',
  'closed',
  'left',
  'absent',
  'confirmed',
  'unchanged',
]
const byName = new Intl.Collator('en-GB')

function inOrder(one: Entry, other: Entry): number {
  return kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || byName.compare(one.name, other.name)
}
