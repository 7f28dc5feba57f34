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
  const slugs = new Set(existing.flatMap(({published, draft}) => [slugIn(published), slugIn(draft)]))
  const ids = new Set(existing.map(({id}) => id))
  return rows.map(({urn, facts}) => {
    const name = facts.name ?? urn
    const slug = freeSlug(name, facts.town ?? '', urn, slugs)
    slugs.add(slug)
    const id = free(`school-${urn}`, ids)
    const missing = facts.phase
      ? []
      : ['The register gives it no phase: it will be a draft until you choose one.']
    return {urn, name, slug, facts, missing, document: documentOf({urn, facts, slug, id, missing, takenOn})}
  })
}

type Parts = {urn: string; facts: Facts; slug: string; id: string; missing: string[]; takenOn: string}

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
function freeSlug(name: string, town: string, urn: string, taken: ReadonlySet<string | null>): string {
  const candidates = [name, `${name} ${town}`, `${name.slice(0, 80)} ${urn}`]
  const slugs = candidates.map((title) => slugFromTitle(title).replaceAll('/', '-'))
  return slugs.find((slug) => slug !== '' && !taken.has(slug)) ?? `school-${urn}`
}

function free(id: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? id : `${id}-${number}`
    if (!taken.has(candidate)) return candidate
  }
}
