import {readCompanion} from '#lib/register/companion-files.ts'
import {compareSchools} from '#lib/register/compare.ts'
import type {Facts} from '#lib/register/facts.ts'
import {readRegister} from '#lib/register/read-register.ts'
import {
  asRemembered,
  fieldsWith,
  type SchoolContent,
  type SiteSchool,
  withoutEmpty,
} from '#lib/register/school-document.ts'
import {csv, type RowOfRegister, registerCsv, registerFile} from './register-files.ts'

export const takenOn = '2026-11-27'

/** What `registerRow` says of a school, as a document holds it that was imported. */
export const facts: Facts = {
  urn: '900101',
  name: 'Elmbridge School',
  phase: 'primary',
  status: 'in-trust',
  ages: '4 to 11',
  religiousCharacter: null,
  street: null,
  locality: null,
  town: 'Elmbridge',
  county: 'Wrendale',
  postcode: null,
  location: '54.322804, -2.431987',
  website: null,
  telephone: '01632960150',
}
export const row: RowOfRegister = {
  URN: '900101',
  EstablishmentName: 'Elmbridge School',
  Town: 'Elmbridge',
  TelephoneNum: '01632960150',
}

export const imported = (changed: Facts = {}): SchoolContent => ({
  ...withoutEmpty(fieldsWith({}, {...facts, ...changed})),
  registerFacts: asRemembered({...facts, ...changed}),
  registerFactsTakenOn: takenOn,
})

/** As if some fields had never been there. */
export const without = (content: SchoolContent, ...fields: string[]): SchoolContent =>
  Object.fromEntries(Object.entries(content).filter(([name]) => !fields.includes(name)))

export function school(content: SchoolContent, id = 'school-a', draft?: SchoolContent): SiteSchool {
  return {
    id,
    published: {id, revision: 'r1', content},
    draft: draft ? {id: `drafts.${id}`, revision: 'r2', content: draft} : null,
  }
}

/** A school that the Trust has before and after, by which its file is known. */
export const stays = {
  row: {...row, URN: '900102', EstablishmentName: 'Oak School'},
  content: imported({urn: '900102', name: 'Oak School'}),
  school: school(imported({urn: '900102', name: 'Oak School'}), 'school-b'),
}

type Files = {links?: [string, string, string][]; joined?: {[urn: string]: string}; day?: string}

export async function compare(
  rows: RowOfRegister[],
  schools: SiteSchool[],
  {links, joined, day = takenOn}: Files = {},
) {
  const urns = new Set(schools.map(({published, draft}) => String((published ?? draft)?.content.urn)))
  const register = await readRegister(registerFile(registerCsv(rows)), {trust: '7001', urns})
  const tables = [
    links &&
      csv(
        ['URN', 'LinkURN', 'LinkType'],
        links.map(([URN, LinkURN, LinkType]) => ({URN, LinkURN, LinkType})),
      ),
    joined &&
      csv(
        ['URN', 'Group UID', 'Joined date'],
        Object.entries(joined).map(([URN, on]) => ({URN, 'Group UID': '7001', 'Joined date': on})),
      ),
  ].filter((table) => table !== undefined)
  const companions = {links: null, groups: null}
  for (const table of tables) Object.assign(companions, await readCompanion(registerFile(table)))
  return compareSchools({register, trust: '7001', schools, companions, takenOn: day})
}

/** The first school of the list. */
export async function first(...given: Parameters<typeof compare>) {
  const [entry] = (await compare(...given)).entries
  if (!entry) throw new Error('There is no school in the list.')
  return entry
}
