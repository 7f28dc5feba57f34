import {isFields} from '../parse.ts'
import type {DocumentChange} from './change.ts'

/** What is remembered of a document, to see later what has become of it. */
export type Seen = {
  id: string
  type: string
  revision: string
  /** When it changed last, by the lake's clock, in milliseconds since 1970. */
  changedAt: number
  slug: string | null
  home: string | null
  school: string | null
  subject: string | null
  from: string | null
  place: {lat: number; lng: number} | null
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)

/** Reads the answer of `comparedQuery`, without what cannot be read. */
export function parseSeen(answer: unknown): Map<string, Seen> {
  const documents = Array.isArray(answer) ? answer.filter(isFields) : []
  const seen = documents.flatMap((document): [string, Seen][] => {
    const [id, type, revision] = [text(document._id), text(document._type), text(document._rev)]
    if (id === null || type === null || revision === null) return []
    const {place} = document
    return [
      [
        id,
        {
          id,
          type,
          revision,
          changedAt: Date.parse(String(document._updatedAt)) || 0,
          slug: text(document.slug),
          home: text(document.home),
          school: text(document.school),
          subject: text(document.subject),
          from: text(document.from),
          place:
            isFields(place) && typeof place.lat === 'number' && typeof place.lng === 'number'
              ? {lat: place.lat, lng: place.lng}
              : null,
        },
      ],
    ]
  })
  return new Map(seen)
}

/** What one look leaves for the next. */
export type Look = {
  documents: Map<string, Seen>
  /** Since when each document has been another than was told, by the steady clock, in milliseconds, by its id. */
  untoldSince: Map<string, number>
}

/** The webhook's message of what was first seen as lately as this may still come, in milliseconds. */
export const onItsWayMs = 10_000

/**
 * Compares what there is with what there was at the last look. How long something has been untold is counted from when
 * it was first seen, so that no clock, the lake's or this one's, has to be right.
 * @param wasTold - whether the webhook has told of a change
 * @param now - by the steady clock, in milliseconds
 * @param patienceMs - how long a message may be on its way
 * @returns what is missed, and the look to go on from, in which what may still be told of is as it was
 */
export function compareLooks(
  last: Look,
  documents: ReadonlyMap<string, Seen>,
  wasTold: (change: DocumentChange) => boolean,
  {now, patienceMs = onItsWayMs}: {now: number; patienceMs?: number},
): {missed: DocumentChange[]; look: Look} {
  const look: Look = {documents: new Map(documents), untoldSince: new Map()}
  const untold = changesBetween(last.documents, documents).filter((change) => !wasTold(change))
  const missed = untold.filter((change) => {
    const since = last.untoldSince.get(change.id) ?? now
    if (now - since >= patienceMs) return true
    leaveForLater(look, last, change, since)
    return false
  })
  return {missed, look}
}

/** Leaves a change for the next look, to which it is as new. */
export function leaveForLater(look: Look, last: Look, {id}: DocumentChange, since: number): void {
  look.untoldSince.set(id, since)
  const before = last.documents.get(id)
  if (before === undefined) look.documents.delete(id)
  else look.documents.set(id, before)
}

/** What the webhook should have said of each document that is another than it was, or new, or gone. */
export function changesBetween(
  before: ReadonlyMap<string, Seen>,
  now: ReadonlyMap<string, Seen>,
): DocumentChange[] {
  const ids = new Set([...before.keys(), ...now.keys()])
  return [...ids].flatMap((id) => {
    const [was, is] = [before.get(id), now.get(id)]
    return was?.revision === is?.revision ? [] : [changeOf(was, is)].filter((change) => change !== null)
  })
}

function changeOf(was: Seen | undefined, is: Seen | undefined): DocumentChange | null {
  const either = is ?? was
  if (either === undefined) return null
  const present = <Value>(values: (Value | null | undefined)[]) =>
    values.filter((value) => value !== null && value !== undefined)
  return {
    id: either.id,
    type: either.type,
    operation: is === undefined ? 'delete' : was === undefined ? 'create' : 'update',
    revision: is?.revision ?? null,
    slugBefore: was?.slug ?? null,
    slugAfter: is?.slug ?? null,
    homeBefore: was?.home ?? null,
    homeAfter: is?.home ?? null,
    schools: [...new Set(present([was?.school, is?.school]))],
    isListedOtherwise: true,
    places: present([was?.place, is?.place]),
    paths: [...new Set(present([was?.from, is?.from]))],
    subject: either.subject,
    repeated: false,
  }
}
