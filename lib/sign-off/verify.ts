import {eventId, hashOfRecord, openEvent, type SignOffEvent} from './event.ts'
import {contentHash} from './hash.ts'
import {isObject} from './json.ts'
import type {SignOffKeys} from './keys.ts'
import {openWords} from './record.ts'
import {openRequest, requestDocumentId, type SignOffRequest} from './request.ts'

/** The documents of the record as Content Lake holds them. */
export type RecordDocuments = {events: unknown[]; requests: unknown[]; snapshots: unknown[]}

/** The end of the record at a moment: kept elsewhere, it tells later whether the end was cut off. */
export type RecordHead = {number: number; hash: string}

export type Verified = {
  events: number
  requests: number
  /** Null when there is no event. */
  head: RecordHead | null
  /** What was altered, one sentence each. */
  problems: string[]
}

/**
 * Looks through the whole record: whether the server wrote every part of it, whether each event follows the one before,
 * and whether everything that they name is there and is what it was. It tells what was altered, and cannot tell who did.
 * What was cut off at the end shows only against an end that was noted before.
 * @param known - as an earlier look gave it; null for none
 */
export function verifyRecord(
  documents: RecordDocuments,
  keys: SignOffKeys,
  known: RecordHead | null = null,
): Verified {
  const problems: string[] = []
  const signed = signedEvents(documents.events, keys, problems)
  checkChain(signed, problems)
  const requests = signedRequests(documents.requests, keys, problems)
  checkRequests(
    signed.map(({event}) => event),
    requests,
    problems,
  )
  checkSnapshots(requests, documents.snapshots, keys, problems)
  const last = signed.at(-1)
  const head = last === undefined ? null : {number: last.event.number, hash: last.hash}
  const stands =
    known === null || signed.some(({event, hash}) => event.number === known.number && hash === known.hash)
  if (!stands)
    problems.push(
      `The record does not hold event ${known.number} as it was noted: its end was cut off, or replaced.`,
    )
  return {events: signed.length, requests: requests.length, head, problems}
}

type Signed = {event: SignOffEvent; hash: string}

function signedEvents(documents: unknown[], keys: SignOffKeys, problems: string[]): Signed[] {
  const found = documents.filter(isObject).flatMap((document) => {
    const event = openEvent(document, keys)
    const {_id, record, signature} = document
    if (event === null || typeof record !== 'string' || typeof signature !== 'string') {
      problems.push(`${String(_id)} was not written by the site, or was altered.`)
      return []
    }
    if (_id !== eventId(event.number)) {
      problems.push(`${String(_id)} is a copy of event ${event.number}.`)
      return []
    }
    const altered = copiesOf(event).filter(([name, value]) => document[name] !== value)
    for (const [name] of altered) problems.push(`${_id}: the field “${name}” beside its record was altered.`)
    return [{event, hash: hashOfRecord({record, signature})}]
  })
  return found.sort((one, other) => one.event.number - other.event.number)
}

/** What stands beside a record, to be searched for. */
function copiesOf(event: SignOffEvent): [name: string, value: string | number][] {
  return [
    ['kind', event.kind],
    ['number', event.number],
    ['at', event.at],
    ['subject', event.subject.id],
  ]
}

function checkChain(signed: readonly Signed[], problems: string[]): void {
  let before: Signed | null = null
  for (const current of signed) {
    const {number, at} = current.event
    const expected: number = (before?.event.number ?? 0) + 1
    if (number > expected)
      problems.push(
        number === expected + 1
          ? `Event ${expected} is missing.`
          : `Events ${expected} to ${number - 1} are missing.`,
      )
    if (current.event.before !== (before?.hash ?? ''))
      problems.push(
        `Event ${number} does not follow what stands before it: something there was taken out or replaced.`,
      )
    if (before !== null && at < before.event.at)
      problems.push(`Event ${number} says that it was before event ${before.event.number}.`)
    before = current
  }
}

function signedRequests(documents: unknown[], keys: SignOffKeys, problems: string[]): SignOffRequest[] {
  return documents.filter(isObject).flatMap((document) => {
    const request = openRequest(document, keys)
    if (request !== null && document._id === requestDocumentId(request.id)) return [request]
    problems.push(`${String(document._id)} was not written by the site, or was altered.`)
    return []
  })
}

function checkRequests(
  events: readonly SignOffEvent[],
  requests: readonly SignOffRequest[],
  problems: string[],
): void {
  const asked = new Set(events.flatMap((event) => (event.kind === 'requested' ? [event.request] : [])))
  const known = new Set(requests.map(({id}) => id))
  for (const id of asked) if (!known.has(id)) problems.push(`${requestDocumentId(id)} is missing.`)
  for (const id of known)
    if (!asked.has(id)) problems.push(`${requestDocumentId(id)} has no event that says it was asked.`)
}

function checkSnapshots(
  requests: readonly SignOffRequest[],
  documents: unknown[],
  keys: SignOffKeys,
  problems: string[],
): void {
  const byHash = new Map(documents.filter(isObject).map((document) => [document.hash, document]))
  for (const {id, hash, subject} of requests) {
    const snapshot = byHash.get(hash)
    const answer = typeof snapshot?.answer === 'string' ? parsed(snapshot.answer) : null
    if (snapshot === undefined) problems.push(`The words of ${requestDocumentId(id)} are missing (${hash}).`)
    else if (openWords(snapshot, keys) === null || contentHash(subject.type, answer) !== hash)
      problems.push(`${String(snapshot._id)}: the words of ${requestDocumentId(id)} were altered.`)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Reads an end as the command prints it, `41:9f86…`; null when it is none. */
export function parseHead(text: string): RecordHead | null {
  const [, number, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text.trim()) ?? []
  return number === undefined || hash === undefined ? null : {number: Number(number), hash}
}
