import {type Companions, readCompanion} from '#lib/register/companion-files.ts'
import {type Comparison, compareSchools} from '#lib/register/compare.ts'
import {contentOf} from '#lib/register/entry.ts'
import {dayOfFile, type OnProgress, type RegisterFile} from '#lib/register/file.ts'
import {type Register, readRegister} from '#lib/register/read-register.ts'
import {factIn, type SiteSchool} from '#lib/register/school-document.ts'
import type {Trust} from '#lib/register/trusts.ts'
import {fetchLatest, type LatestImport} from './import-records.ts'
import type {RegisterLake} from './lake.ts'
import {fetchSchools} from './site-schools.ts'

/** An import that staff look at before anything is written. */
export type PreparedImport = {
  trust: Trust
  fileName: string
  /** The day of the register's facts, `YYYY-MM-DD`. */
  takenOn: string
  comparison: Comparison
  /** What the file of groups says of the Trust, in sentences. */
  trustNotes: string[]
  latest: LatestImport
}

/** What is read of the files, and the site as it was then. */
export type Reading = {
  file: RegisterFile
  register: Register
  companions: Companions
  /** Group UID of the trust whose rows were kept; null when it was not known yet. */
  keptTrust: string | null
}

/**
 * Reads the files. Rows of other trusts are not kept: to compare another one, read again.
 * @param trust - Group UID, or null to learn first which trusts there are
 * @throws RegisterProblem in words for staff
 */
export async function readFiles(
  lake: RegisterLake,
  files: {register: RegisterFile; companions: readonly RegisterFile[]},
  trust: string | null,
  onProgress?: OnProgress,
): Promise<Reading> {
  const companions: Companions = {links: null, groups: null}
  for (const file of files.companions) Object.assign(companions, await readCompanion(file, onProgress))
  const urns = new Set((await fetchSchools(lake)).map((school) => factIn(contentOf(school), 'urn') ?? ''))
  const register = await readRegister(files.register, {trust, urns}, onProgress)
  return {file: files.register, register, companions, keptTrust: trust}
}

/** Compares what was read with the site as it is now. */
export async function prepareImport(
  lake: RegisterLake,
  {file, register, companions}: Reading,
  trust: Trust,
): Promise<PreparedImport> {
  const latest = await fetchLatest(lake)
  const schools: SiteSchool[] = await fetchSchools(lake)
  const takenOn = dayOfFile(file)
  const comparison = compareSchools({register, trust: trust.uid, schools, companions, takenOn})
  return {trust, fileName: file.name, takenOn, comparison, trustNotes: notesOf(companions, trust), latest}
}

function notesOf({groups}: Companions, {uid}: Trust): string[] {
  const group = groups?.get(uid)
  if (!group) return []
  const company = group.companyNumber === null ? [] : [`Its company number is ${group.companyNumber}.`]
  return [...company, ...group.notes]
}
