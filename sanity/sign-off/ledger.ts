import {randomInt} from 'node:crypto'
import {setTimeout as wait} from 'node:timers/promises'
import {ClientError, type SanityClient} from '@sanity/client'
import type {End} from '#lib/sign-off/agreement.ts'
import {
  type EventDetails,
  eventId,
  hashOfRecord,
  openEvent,
  type SignOffEvent,
  signEvent,
} from '#lib/sign-off/event.ts'
import {isObject} from '#lib/sign-off/json.ts'
import type {SignOffKeys} from '#lib/sign-off/keys.ts'
import {signWords} from '#lib/sign-off/record.ts'
import {openRequest, type SignOffRequest} from '#lib/sign-off/request.ts'
import {signOffTypes} from '#lib/sign-off/types.ts'
import {rawClient} from './around.ts'

/** Everything that is written down about one document, as far as the server signed it. */
export type SubjectRecord = {
  /** The oldest first. */
  requests: SignOffRequest[]
  /** In their order. */
  events: SignOffEvent[]
  /** The moment of the reading, never before the last event of the whole record. */
  now: string
  /** What this machine has seen to end agreements to words of this hash, though no event may say so any more. */
  knownEnds: (hash: string) => End[]
}

export type WholeRecord = {
  all: SubjectRecord[]
  about: (subjectId: string) => SubjectRecord
}

/** What is to be added to the record, and kept beside it in the same transaction. */
export type Addition<Result> = {
  events: EventDetails[]
  /** Documents that stand beside them, whatever stood there. Words that are kept for showing are signed. */
  documents?: {_id: string; _type: string; [name: string]: unknown}[]
  result: Result
}

export type Ledger = {
  about: (subjectId: string) => Promise<SubjectRecord>
  /** The same of every document that anything is written down about, by one reading. */
  whole: () => Promise<WholeRecord>
  /**
   * Adds to the record. Of two processes that add at once one comes first, and the other decides again by what was
   * added.
   * @throws RecordBusyError when others were always quicker
   */
  add: <Result>(
    subjectId: string,
    decide: (record: SubjectRecord) => Addition<Result> | Promise<Addition<Result>>,
  ) => Promise<Result>
}

/** Nothing was written down, because others wrote at the same time, again and again. */
export class RecordBusyError extends Error {}

/**
 * Everything, and nothing chosen or put in order by what stands beside the records: whoever may write to the dataset
 * could have altered that.
 */
const recordQuery = `{
  "events": *[_type == "${signOffTypes.event}"]{_id, record, signature},
  "requests": *[_type == "${signOffTypes.request}"]{_id, record, signature}
}`

const mostTries = 12
/** Places that others have taken are left out, farther and farther on, up to so many. */
const farthest = 2 ** 24
/** Places that are looked at together. */
const places = 50

/** Outlasts the dataset: the highest number that this machine has seen, and what it has seen to end agreements. */
export type LedgerMemory = {
  highest: () => number
  note: (number: number) => void
  ends: (subjectId: string, hash: string) => End[]
}

const noMemory: LedgerMemory = {highest: () => 0, note: () => {}, ends: () => []}

/** @param client - that may write, and sees documents as they are */
export function openLedger(
  client: SanityClient,
  keys: SignOffKeys,
  now: () => Date = () => new Date(),
  memory: LedgerMemory = noMemory,
): Ledger {
  const raw = rawClient(client)
  return {
    about: async (subjectId) => recordOf(await readWhole(raw, keys, now), subjectId, memory),
    async whole() {
      const whole = await readWhole(raw, keys, now)
      const about = (subjectId: string) => recordOf(whole, subjectId, memory)
      const ids = new Set([...whole.events, ...whole.requests].map(({subject}) => subject.id))
      return {all: [...ids].map(about), about}
    },
    async add(subjectId, decide) {
      for (let attempt = 0; attempt < mostTries; attempt += 1) {
        // Before the reading: what others of this machine add from then on is noticed, because its place is taken.
        const seen = memory.highest()
        const whole = await readWhole(raw, keys, now)
        const addition = await decide(recordOf(whole, subjectId, memory))
        if (addition.events.length === 0) return addition.result
        // Numbers that were taken out of the record are not given again.
        const from = Math.max(whole.last?.number ?? 0, seen) + 1
        const first = await freePlace(raw, keys, from, addition.events.length)
        if (await commit(raw, keys, addition, {last: whole.last, first, at: whole.now})) {
          memory.note(first + addition.events.length - 1)
          return addition.result
        }
        await wait(20 + Math.random() * 60 * (attempt + 1))
      }
      throw new RecordBusyError('The record of sign-offs is being written by others. Try again in a minute.')
    },
  }
}

/** The event that the next one follows. */
type Last = {number: number; at: string; hash: string} | null

type Whole = {events: SignOffEvent[]; requests: SignOffRequest[]; last: Last; now: string}

async function readWhole(client: SanityClient, keys: SignOffKeys, now: () => Date): Promise<Whole> {
  const answer = await client.fetch<unknown>(recordQuery, {}, {tag: 'sign-off.record'})
  const found = isObject(answer) ? answer : {}
  const events = openEvents(found.events, keys)
  const highest = events.at(-1)
  const document = asList(found.events).find(
    (value) => isObject(value) && value._id === eventId(highest?.number ?? 0),
  )
  const last = highest === undefined ? null : lastOf(highest, document)
  const requests = asList(found.requests)
    .map((value) => openRequest(value, keys))
    .filter((request) => request !== null)
    .sort((one, other) => one.round - other.round)
  return {events, requests, last, now: notBefore(last?.at, now())}
}

function recordOf({events, requests, now}: Whole, subjectId: string, memory: LedgerMemory): SubjectRecord {
  return {
    requests: requests.filter(({subject}) => subject.id === subjectId),
    events: events.filter(({subject}) => subject.id === subjectId),
    now,
    knownEnds: (hash) => memory.ends(subjectId, hash),
  }
}

/** The events that a list of documents holds, in their order: those that the server signed, each in its own place. */
export function openEvents(documents: unknown, keys: SignOffKeys): SignOffEvent[] {
  return asList(documents)
    .flatMap((document) => {
      const event = openEvent(document, keys)
      return event !== null && isObject(document) && document._id === eventId(event.number) ? [event] : []
    })
    .sort((one, other) => one.number - other.number)
}

function lastOf({number, at}: SignOffEvent, document: unknown): Last {
  if (!isObject(document)) return null
  const {record, signature} = document
  if (typeof record !== 'string' || typeof signature !== 'string') return null
  return {number, at, hash: hashOfRecord({record, signature})}
}

/** A clock that was set back must not make a link work again that had ended. */
function notBefore(last: string | undefined, now: Date): string {
  const time = now.toISOString()
  return last !== undefined && last > time ? last : time
}

/** @returns whether it was written: false when the place was taken */
async function commit(
  client: SanityClient,
  keys: SignOffKeys,
  {events, documents = []}: Addition<unknown>,
  {last, first, at}: {last: Last; first: number; at: string},
): Promise<boolean> {
  const transaction = client.transaction()
  // Somebody may have put another in the place of words that are asked about again.
  for (const document of documents) transaction.createOrReplace(signedWords(document, keys))
  let before = last?.hash ?? ''
  events.forEach((details, position) => {
    const event: SignOffEvent = {...details, number: first + position, at, before}
    const signed = signEvent(event, keys)
    before = hashOfRecord(signed)
    transaction.create({
      _id: eventId(event.number),
      _type: signOffTypes.event,
      ...searchedFor(event),
      ...signed,
    })
  })
  try {
    await transaction.commit({visibility: 'sync', tag: 'sign-off.record'})
    return true
  } catch (error) {
    if (error instanceof ClientError && error.statusCode === 409) return false
    throw error
  }
}

function signedWords(document: {_id: string; _type: string; [name: string]: unknown}, keys: SignOffKeys) {
  const {_type, hash, answer} = document
  return _type === signOffTypes.snapshot && typeof hash === 'string' && typeof answer === 'string'
    ? {...document, signature: signWords({hash, answer}, keys)}
    : document
}

/** Copies, to be searched for. They count for nothing. */
function searchedFor(event: SignOffEvent): {[name: string]: string | number} {
  const {kind, number, at, subject} = event
  return {
    kind,
    number,
    at,
    subject: subject.id,
    ...('request' in event && event.request !== '' ? {request: event.request} : {}),
    ...(event.kind === 'sent' ? {token: event.token} : {}),
  }
}

/**
 * So many places in a row that nobody but the server has taken, from one on. Whoever takes places takes them in rows, so
 * the search goes on by leaps that nobody foretells.
 */
async function freePlace(
  client: SanityClient,
  keys: SignOffKeys,
  from: number,
  count: number,
): Promise<number> {
  let first = from
  for (let leap = places; leap <= farthest; leap *= 2) {
    const ids = Array.from({length: Math.max(count, places)}, (_, offset) => eventId(first + offset))
    const documents = await client.getDocuments(ids)
    const taken = documents.findLastIndex(
      (document, offset) => document !== null && offset < count && openEvents([document], keys).length === 0,
    )
    if (taken === -1) return first
    const end = documents.findIndex((document, offset) => document === null && offset > taken)
    first += end === -1 ? ids.length + randomInt(leap) : end
  }
  throw new RecordBusyError(
    'The next places of the record of sign-offs are taken by documents that are not the site’s.',
  )
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
