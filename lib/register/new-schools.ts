import {slugFromTitle} from '#lib/slugs.ts'
import type {Facts} from './facts.ts'
import {asRemembered, fieldsWith, type SiteSchool, withoutEmpty} from './school-document.ts'

/** A school that the site does not have yet. */
export type NewSchool = {
  urn: string
  name: string
  /** What follows `/schools/` in the address of its page. */
  slug: string
  facts: Facts
  /** What staff have to fill in before visitors see it, in sentences; empty when it can be published at once. */
  missing: string[]
  /** The document, `_id` and `_type` included. */
  document: {_id: string; _type: 'school'; [field: string]: unknown}
}

/** Documents for new schools, each with an id and an address that no other has. */
export function newSchools(
  rows: readonly {urn: string; facts: Facts}[],
  existing: readonly SiteSchool[],
  takenOn: string,
): NewSchool[] {
  const slugs = new Set(slugsOf(existing))
  const ids = new Set(existing.map(({id}) => id))
  return rows.map(({urn, facts}) => {
    const name = facts.name ?? ''
    const slug = freeSlug(name, facts, urn, slugs)
    slugs.add(slug)
    const missing = [
      ...(name === '' ? ['The register gives it no name: it will be a draft until you write one.'] : []),
      ...(facts.phase ? [] : ['The register gives it no phase: it will be a draft until you choose one.']),
    ]
    const document = documentOf({facts, slug, id: free(`school-${urn}`, ids), missing, takenOn})
    return {urn, name: name || urn, slug, facts, missing, document}
  })
}

/** The addresses of all schools, drafts’ too. */
export function slugsOf(schools: readonly SiteSchool[]): string[] {
  return schools
    .flatMap(({published, draft}) => [slugIn(published), slugIn(draft)])
    .filter((slug) => slug !== null)
}

/**
 * A new school by the name that staff give it, with the address that follows from it. Left empty, it keeps the
 * register’s. As everything that staff write, the name is kept by later imports.
 * @param taken - addresses of all other schools
 */
export function withName(school: NewSchool, typed: string, taken: ReadonlySet<string>): NewSchool {
  const {urn, facts, document} = school
  const name = typed.trim() || (facts.name ?? '')
  if (name === '') return school
  const slug = freeSlug(name, facts, urn, taken)
  return {...school, name, slug, document: {...document, name, slug: {_type: 'slug', current: slug}}}
}

type Parts = {facts: Facts; slug: string; id: string; missing: string[]; takenOn: string}

function documentOf({facts, slug, id, missing, takenOn}: Parts): NewSchool['document'] {
  return {
    _id: missing.length === 0 ? id : `drafts.${id}`,
    _type: 'school',
    ...withoutEmpty(fieldsWith({}, facts)),
    slug: {_type: 'slug', current: slug},
    happyToBeAsked: false,
    registerFactsTakenOn: takenOn,
    registerFacts: asRemembered(facts),
  }
}

function slugIn(version: SiteSchool['published']): string | null {
  const slug = version?.content.slug
  return typeof slug === 'object' && slug !== null && 'current' in slug ? String(slug.current) : null
}

/** By its name, else by its name and town, else by its name and number. */
function freeSlug(name: string, {town}: Facts, urn: string, taken: ReadonlySet<string>): string {
  const candidates = [name, `${name} ${town ?? ''}`, `${name.slice(0, 80)} ${urn}`]
  const slugs = candidates.map((title) => slugFromTitle(title).replaceAll('/', '-'))
  return slugs.find((slug) => slug !== '' && !taken.has(slug)) ?? `school-${urn}`
}

function free(id: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? id : `${id}-${number}`
    if (!taken.has(candidate)) return candidate
  }
}
