import {agesText, type FactName, type Facts, factNames, locationText, numbersOf} from './facts.ts'

/** The content of a school's document, published or a draft. */
export type SchoolContent = {readonly [field: string]: unknown}

/** One version of a school's document as it is in Content Lake. */
export type SchoolVersion = {
  /** With `drafts.` before it for a draft. */
  id: string
  revision: string
  content: SchoolContent
}

/** A school of the site. */
export type SiteSchool = {
  /** The id without `drafts.`. */
  id: string
  published: SchoolVersion | null
  draft: SchoolVersion | null
}

/** Parts of the postal address that are facts of their own. */
const addressParts: readonly FactName[] = ['street', 'locality', 'town', 'county', 'postcode']

const isContent = (value: unknown): value is SchoolContent =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The words of a field; null when it is empty. */
export function textIn(content: SchoolContent, field: string): string | null {
  const value = content[field]
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/** What a document holds of a fact; null for nothing. */
export function factIn(content: SchoolContent, name: FactName): string | null {
  if (addressParts.includes(name)) return isContent(content.address) ? textIn(content.address, name) : null
  if (name === 'ages' && isContent(content.ages)) {
    const {from, to} = content.ages
    return typeof from === 'number' && typeof to === 'number' ? agesText({from, to}) : null
  }
  if (name === 'location' && isContent(content.location)) {
    const {lat, lng} = content.location
    return typeof lat === 'number' && typeof lng === 'number' ? locationText({lat, lng}) : null
  }
  return textIn(content, name)
}

/** The day of the facts that a document holds, `YYYY-MM-DD`, or null. */
export function factsDayOf(content: SchoolContent): string | null {
  return textIn(content, 'registerFactsTakenOn')
}

/** What the register said at the last import; a fact that is absent was never imported. */
export function rememberedFacts(content: SchoolContent): Facts {
  const entries: unknown[] = Array.isArray(content.registerFacts) ? content.registerFacts : []
  const facts: Facts = {}
  for (const entry of entries) {
    if (!isContent(entry)) continue
    const name = factNames.find((known) => known === entry._key)
    if (name) facts[name] = textIn(entry, 'says')
  }
  return facts
}

/** Fields of a document with the values that they are to have; undefined for those that are to go. */
export type FieldValues = {[field: string]: unknown}

/**
 * The fields that hold some facts, complete, with everything else in them as it was.
 * @param content - the document as it is
 */
export function fieldsWith(content: SchoolContent, facts: Facts): FieldValues {
  const fields: FieldValues = {}
  for (const name of factNames) {
    const value = facts[name]
    if (value === undefined || addressParts.includes(name)) continue
    fields[name] = value === null ? undefined : fieldValue(name, value)
  }
  const parts = addressParts.filter((name) => facts[name] !== undefined)
  if (parts.length > 0) {
    const before = isContent(content.address) ? content.address : {}
    const changed = Object.fromEntries(parts.map((name) => [name, facts[name] ?? undefined]))
    const address = withoutEmpty({...before, ...changed})
    fields.address = Object.keys(address).length === 0 ? undefined : address
  }
  return fields
}

function fieldValue(name: FactName, text: string): unknown {
  const [first, second] = numbersOf(text)
  if (name === 'ages') return {from: first, to: second}
  if (name === 'location') return {_type: 'geopoint', lat: first, lng: second}
  return text
}

/** An object without those of its fields that hold nothing. */
export function withoutEmpty(fields: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** What a document remembers of an import: one entry for each fact, in their order. */
export function asRemembered(facts: Facts): {_key: string; _type: 'registerFact'; says?: string}[] {
  return factNames.flatMap((name) => {
    const says = facts[name]
    if (says === undefined) return []
    return [{_key: name, _type: 'registerFact' as const, ...(says === null ? {} : {says})}]
  })
}
