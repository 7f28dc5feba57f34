import type {Coordinates} from '#lib/distance.ts'
import {isFields} from '../parse.ts'

/** What the webhook says about one changed document (see `sanity/webhook.ts`). */
export type DocumentChange = {
  id: string
  type: string
  operation: 'create' | 'update' | 'delete'
  /** Of the document as it is now; null when it is gone, or the webhook was set up before it said so. */
  revision: string | null
  slugBefore: string | null
  slugAfter: string | null
  /** The page that the settings named as home before and name now, by id. */
  homeBefore: string | null
  homeAfter: string | null
  /** Schools that a testimonial spoke of before and speaks of now, by id. */
  schools: string[]
  /** Of a school: whether its name, address, phase, status or place changed, which the pages of others show. */
  isListedOtherwise: boolean
  /** Where a school lay that the pages of others showed before, and one that they show now. */
  places: Coordinates[]
  /** Paths that a redirect started from before and starts from now. */
  paths: string[]
  /** The document that an event of sign-off is about, by id. */
  subject: string | null
  /** Whether the site sent it to itself after the lake had (see `repeatLater`). */
  repeated: boolean
}

const operations: readonly DocumentChange['operation'][] = ['create', 'update', 'delete']

/** Longer than any id, type, slug or path that Content Lake accepts. */
const longestText = 1_000

/** Reads the webhook's body; null when it is not what the webhook sends. */
export function parseChange(body: string): DocumentChange | null {
  const value = parseJson(body)
  if (!isFields(value)) return null
  const operation = operations.find((candidate) => candidate === value.operation)
  const [schools, paths] = [texts(value.schools), texts(value.paths)]
  const places = [value.slugBefore, value.slugAfter, value.homeBefore, value.homeAfter].map(
    (place) => place ?? null,
  )
  const [slugBefore, slugAfter, homeBefore, homeAfter] = places.map((place) => text(place))
  const [id, type] = [text(value.id), text(value.type)]
  if (id === null || type === null || operation === undefined || schools === null || paths === null)
    return null
  if (places.some((place) => place !== null && text(place) === null)) return null
  return {
    id,
    type,
    operation,
    revision: text(value.revision),
    slugBefore: slugBefore ?? null,
    slugAfter: slugAfter ?? null,
    homeBefore: homeBefore ?? null,
    homeAfter: homeAfter ?? null,
    schools,
    // A webhook that was set up before it said so must not leave pages behind.
    isListedOtherwise: value.isListedOtherwise !== false,
    places: placesIn(value.places),
    paths,
    subject: text(value.subject),
    repeated: value.repeated === true,
  }
}

/** Those that can be read: where others lie only says which pages to make first. */
function placesIn(value: unknown): Coordinates[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((place) =>
    isFields(place) && Number.isFinite(place.lat) && Number.isFinite(place.lng)
      ? [{lat: Number(place.lat), lng: Number(place.lng)}]
      : [],
  )
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

function text(value: unknown): string | null {
  if (typeof value !== 'string' || value === '' || value.length > longestText) return null
  // Half a character cannot be written into an address, and is in none of Content Lake's.
  return value.isWellFormed() ? value : null
}

/** A list of texts without its empty places; null when it is no such list. */
function texts(value: unknown): string[] | null {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) return null
  const present = value.filter((item) => item !== null)
  const read = present.map(text).filter((item) => item !== null)
  return read.length === present.length ? [...new Set(read)] : null
}
