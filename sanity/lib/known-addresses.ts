import {defineQuery} from 'groq'
import {contentClient} from './client.ts'
import {isFields} from './parse.ts'
import {sharedState} from './shared-state.ts'

const addressesQuery = defineQuery(`{
  "page": *[_type == "page" && defined(slug.current)].slug.current,
  "school": *[_type == "school" && defined(slug.current)].slug.current
}`)

export type AddressType = 'page' | 'school'
type Addresses = {[type in AddressType]: ReadonlySet<string>}
type Memory = {addresses: Promise<Addresses> | null; readAt: number}

/** However many unknown addresses are tried, the lake is asked at most once in this time. */
const memoryLastsMs = 5_000

function memory(): Memory {
  return sharedState<Memory>(
    'known-addresses',
    () => ({addresses: null, readAt: 0}),
    (value): value is Memory => isFields(value) && 'addresses' in value && typeof value.readAt === 'number',
  )
}

/**
 * Whether a published document has this address. It lives outside Next.js's cache on purpose: its tags would
 * make every page out of date whenever any page is added.
 */
export async function isKnownAddress(type: AddressType, slug: string): Promise<boolean> {
  const kept = memory()
  if (kept.addresses === null || Date.now() - kept.readAt > memoryLastsMs) {
    const reading = readAddresses()
    kept.addresses = reading
    kept.readAt = Date.now()
    reading.catch(() => {
      if (kept.addresses === reading) kept.addresses = null
    })
  }
  const addresses = await kept.addresses
  return addresses?.[type].has(slug) ?? false
}

/** Makes the next question ask the lake: something was published, moved or withdrawn. */
export function forgetKnownAddresses(): void {
  memory().addresses = null
}

async function readAddresses(): Promise<Addresses> {
  const answer: unknown = await contentClient().fetch(
    addressesQuery,
    {},
    {perspective: 'published', stega: false},
  )
  return {page: slugsOf(answer, 'page'), school: slugsOf(answer, 'school')}
}

function slugsOf(answer: unknown, type: AddressType): ReadonlySet<string> {
  const slugs = isFields(answer) ? answer[type] : null
  return new Set(Array.isArray(slugs) ? slugs.filter((slug) => typeof slug === 'string') : [])
}
