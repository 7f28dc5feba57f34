import {dayInWords} from '#lib/dates.ts'
import type {Companions} from './companion-files.ts'
import {compareFacts, type Difference, type Kept} from './compare-facts.ts'
import type {Facts} from './facts.ts'
import type {NewSchool} from './new-schools.ts'
import type {Register} from './read-register.ts'
import {factIn, factsDayOf, rememberedFacts, type SchoolVersion, type SiteSchool} from './school-document.ts'
import type {RegisterSchool} from './school-row.ts'

/** What has happened to a school since it was last compared. */
export type EntryKind =
  | 'new'
  | 'converted'
  | 'changed'
  | 'closed'
  /** The register has it under another trust, or under none. */
  | 'left'
  /** The file does not have it, from which nothing follows. */
  | 'absent'
  | 'confirmed'
  | 'unchanged'

/** What is to be done with one version of a school's document. */
export type VersionEntry = {
  version: SchoolVersion
  changes: Difference[]
  kept: Kept[]
  settled: Facts
}

/** A school in the list that staff tick. */
export type Entry = {
  /** Its URN in the register: what `--only` names it by, too. */
  urn: string
  kind: EntryKind
  name: string
  /** Why it is where it is, in sentences for staff. */
  reasons: string[]
  /** What was mended or left out of its row. */
  notes: string[]
  /** Differences of what visitors see, and of the draft beside it. */
  changes: Difference[]
  kept: Kept[]
  /** Whether it is ticked before staff have looked. */
  isTicked: boolean
  /** Absent for a new school. */
  versions: VersionEntry[]
  /** The document of a new school. */
  creation: NewSchool | null
}

export type Compared = {
  register: Register
  /** Group UID of the Trust. */
  trust: string
  schools: readonly SiteSchool[]
  companions: Companions
  /** The day of the register's facts, `YYYY-MM-DD`. */
  takenOn: string
}

/** What visitors see of a school; of one that was never published, its draft. */
export function contentOf({published, draft}: SiteSchool) {
  return (published ?? draft)?.content ?? {}
}

export type Found = Compared & {
  school: SiteSchool
  row: RegisterSchool | undefined
  /** Number of the school on the site. */
  before: string
}

/** What has happened to a school of the site, and what an import would do with it. */
export function entryOf(found: Found): Entry {
  const entry = judge(found)
  // What was mended each time before is of no interest where nothing is to be done.
  return entry.kind === 'unchanged' ? {...entry, notes: []} : entry
}

function judge(found: Found): Entry {
  const {school, row, trust, before} = found
  const content = contentOf(school)
  const status = factIn(content, 'status')
  const name = factIn(content, 'name') ?? row?.facts.name ?? before
  const base = {urn: row?.urn ?? before, name, reasons: [], notes: row?.notes ?? [], creation: null}
  const nothing = {...base, kind: 'unchanged' as const, changes: [], kept: [], isTicked: false, versions: []}
  if (status === 'left' && row?.trust?.uid !== trust) return nothing
  if (row === undefined) {
    const isUnread = found.register.unread.has(before)
    return status === 'in-trust' && !isUnread ? absent(base, found) : nothing
  }
  if (row.status === 'closed') {
    return ended(base, found, 'closed', [closedInWords(row), ...followed(found)])
  }
  if (row.trust?.uid !== trust && status !== 'joining') {
    const where =
      row.trust === null ? 'to no academy trust' : `to ${row.trust.name} (Group UID ${row.trust.uid})`
    return ended(base, found, 'left', [`By the register it now belongs ${where}.`])
  }
  return present(base, {...found, row})
}

type Base = Pick<Entry, 'urn' | 'name' | 'reasons' | 'notes' | 'creation'>

function present(base: Base, {school, row, before, ...found}: Found & {row: RegisterSchool}): Entry {
  const says = {...row.facts, ...membershipOf(row, found)}
  const versions = compareVersions(school, says, before)
  const {changes, kept} = shown(versions)
  const isConverted = row.urn !== before
  const isSettled = versions.every(
    ({version: {content}, settled}) => factsDayOf(content) === found.takenOn && remembers(content, settled),
  )
  const kind = isConverted
    ? 'converted'
    : changes.length > 0
      ? 'changed'
      : isSettled
        ? 'unchanged'
        : 'confirmed'
  const reasons = isConverted
    ? [`It was ${before} and is ${row.urn} now: the same school with a new number.`]
    : []
  return {...base, kind, reasons, changes, kept, versions, isTicked: kind !== 'unchanged'}
}

/** What follows from belonging to the Trust. */
export function membershipOf(
  row: RegisterSchool,
  {trust, companions}: Pick<Compared, 'trust' | 'companions'>,
): Facts {
  if (row.trust?.uid !== trust) return {}
  const joinedOn = companions.groups?.get(trust)?.joinedOn.get(row.urn)
  return {
    status: row.status === 'proposed' ? 'joining' : 'in-trust',
    ...(joinedOn === undefined ? {} : {joinedOn}),
  }
}

/** Kinds of schools of which nothing is to be compared but whether they are still the Trust's. */
const endedKinds = ['closed', 'left', 'absent'] as const

type EndedKind = (typeof endedKinds)[number]

export function isEnded(kind: EntryKind): kind is EndedKind {
  return endedKinds.some((ended) => ended === kind)
}

/** A school that is no longer one of the Trust's: only its status changes. */
function ended(base: Base, {school, before}: Found, kind: EndedKind, reasons: string[]): Entry {
  const versions = compareVersions(school, {status: 'left'}, before)
  const {changes, kept} = shown(versions)
  if (changes.length === 0 && kept.length === 0)
    return {...base, kind: 'unchanged', changes, kept, versions: [], isTicked: false}
  // Nothing else of its row is written, so that what was mended there is of no interest.
  return {...base, notes: [], kind, reasons, changes, kept, versions, isTicked: changes.length > 0}
}

/** A file with one trust alone has no rows of schools that left it; in any other a missing row is odd. */
function absent(base: Base, found: Found): Entry {
  const reason = found.register.isExtract
    ? 'The file has the schools of one trust only, so it does not say what became of this one.'
    : 'The file has other trusts too, so it is odd that this school is missing: look for its number in the register.'
  return {
    ...ended(base, found, 'absent', [`${reason} Tick it only if you know that it has left the Trust.`]),
    isTicked: false,
  }
}

function closedInWords({closedOn}: RegisterSchool): string {
  return closedOn === null
    ? 'By the register it is closed.'
    : `By the register it closed on ${dayInWords(closedOn)}.`
}

/** What became of a closed school, when the links tell. */
function followed({before, companions: {links}}: Found): string[] {
  const successors = [...(links?.successors.get(before) ?? [])]
  if (links === null) {
    return [
      'If it closed because it converted, add the file of links between schools, so that it stays one school.',
    ]
  }
  return successors.length === 0 ? [] : [`It was followed by ${successors.join(' and ')}.`]
}

function compareVersions({published, draft}: SiteSchool, says: Facts, foundBy: string): VersionEntry[] {
  return [published, draft]
    .filter((version) => version !== null)
    .map((version) => ({version, ...compareFacts(version.content, says, foundBy)}))
}

/** The differences of all versions of a school, each one once. */
function shown(versions: readonly VersionEntry[]): {changes: Difference[]; kept: Kept[]} {
  return {
    changes: distinct(versions.flatMap(({changes}) => changes)),
    kept: distinct(versions.flatMap(({kept}) => kept)),
  }
}

function distinct<One extends Difference>(differences: One[]): One[] {
  const seen = new Map(differences.map((difference) => [JSON.stringify(difference), difference]))
  return [...seen.values()]
}

function remembers(content: SchoolVersion['content'], settled: Facts): boolean {
  const remembered: {[name: string]: string | null | undefined} = rememberedFacts(content)
  return Object.entries(settled).every(([name, says]) => remembered[name] === says)
}
