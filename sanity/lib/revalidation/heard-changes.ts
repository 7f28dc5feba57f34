import {sharedState} from '#lib/shared-state.ts'
import {isFields} from '../parse.ts'
import {documentTag} from '../tags.ts'
import type {DocumentChange} from './change.ts'

/** As many as are told of between two looks, many times over; each is a short text. */
const mostKept = 20_000

/** Two clocks, the lake's and this one's, agree so far, in milliseconds. */
const clocksDifferMs = 1_000

type Memory = {
  /** A document, and what it became. */
  heard: Set<string>
  /** A webhook that was set up before it named revisions does not. */
  namesRevisions: boolean
  /** Tags of which it is known that something changed, and not what: this process was away from the others. */
  unnamed: Set<string>
}

function memory(): Memory {
  return sharedState<Memory>(
    'heard-changes',
    () => ({heard: new Set(), namesRevisions: false, unnamed: new Set()}),
    (value): value is Memory => isFields(value) && value.heard instanceof Set && value.unnamed instanceof Set,
  )
}

const keyOf = (id: string, revision: string | null) => `${id} ${revision ?? 'gone'}`

/**
 * Remembers what the webhook has told this process of.
 * @param isFollowed - whether all was done that it asks for
 */
export function noteHeard({id, operation, revision}: DocumentChange, isFollowed = true): void {
  const kept = memory()
  const isGone = operation === 'delete'
  if (!isGone && revision === null) return
  kept.namesRevisions ||= !isGone
  if (!isFollowed) return
  // A document that is made anew may go again.
  if (!isGone) kept.heard.delete(keyOf(id, null))
  kept.heard.add(keyOf(id, isGone ? null : revision))
  const [oldest] = kept.heard
  if (kept.heard.size > mostKept && oldest !== undefined) kept.heard.delete(oldest)
}

/** Remembers tags that other processes of this site have marked while this one was away from them. */
export function noteHeardWhileAway(tags: readonly string[]): void {
  for (const tag of tags) memory().unnamed.add(tag)
}

/** Forgets these: what they stood for has been looked at. */
export function forgetHeardWhileAway(): void {
  memory().unnamed.clear()
}

type Found = {
  id: string
  /** Of the document as it is; null when it is gone. */
  revision: string | null
  /** By the lake's clock, in milliseconds since 1970. */
  changedAt: number
  /** When this process learned last that the document's pages are out of date, by its own clock. */
  markedAt: number | null
}

/** Whether the webhook has told of a document as it is. */
export function wasHeard({id, revision, changedAt, markedAt}: Found): boolean {
  const {heard, namesRevisions, unnamed} = memory()
  if (heard.has(keyOf(id, revision)) || unnamed.has(documentTag(id))) return true
  // Of two changes in one second, one of which was told of, nothing better is known.
  return !namesRevisions && markedAt !== null && markedAt >= changedAt - clocksDifferMs
}
