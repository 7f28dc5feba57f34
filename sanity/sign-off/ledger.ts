import {setTimeout as wait} from 'node:timers/promises'
import {ClientError, type SanityClient} from '@sanity/client'
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
import {openRequest, type SignOffRequest} from '#lib/sign-off/request.ts'
import {signOffTypes} from '#lib/sign-off/types.ts'

/** Everything that is written down about one document, as far as the server signed it. */
export type SubjectRecord = {
  /** The oldest first. */
  requests: SignOffRequest[]
  /** In their order. */
  events: SignOffEvent[]
  /** The moment of the reading, never before the last event of the whole record. */
  now: string
}

/** What is to be added to the record, and kept beside it in the same transaction. */
export type Addition<Result> = {
  events: EventDetails[]
  /** Documents that are made unless they are there. */
  documents?: {_id: string; _type: string; [name: string]: unknown}[]
  result: Result
}

export type Ledger = {
  about: (subjectId: string) => Promise<SubjectRecord>
  /** The same of every document that anything is written down about, by its id. */
  aboutAll: () => Promise<ReadonlyMap<string, SubjectRecord>>
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

const recordQuery = `{
  "last": *[_type == "${signOffTypes.event}"] | order(number desc)[0...20]{_id, record, signature},
  "events": *[_type == "${signOffTypes.event}" && subject == $subject] | order(number asc){_id, record, signature},
  "requests": *[_type == "${signOffTypes.request}" && subject == $subject]{_id, record, signature}
}`

const mostTries = 12

/** @param client - that may write, and sees documents as they are */
export function openLedger(
  client: SanityClient,
  keys: SignOffKeys,
  now: () => Date = () => new Date(),
): Ledger {
  const raw = client.withConfig({perspective: 'raw', useCdn: false, stega: false})
  return {
    about: async (subjectId) => (await read(raw, keys, subjectId, now)).record,
    aboutAll: () => readAll(raw, keys, now),
    async add(subjectId, decide) {
      let skipped = 0
      for (let attempt = 0; attempt < mostTries; attempt += 1) {
        const {record, last} = await read(raw, keys, subjectId, now)
        const addition = await decide(record)
        const first = (last?.number ?? 0) + 1 + skipped
        if (await commit(raw, keys, addition, {last, first, at: record.now})) return addition.result
        // Somebody was quicker; or somebody else's document stands in this place, which is then left out.
        if (await isTakenByStranger(raw, keys, first)) skipped += 1
        else await wait(20 + Math.random() * 60 * (attempt + 1))
      }
      throw new RecordBusyError('The record of sign-offs is being written by others. Try again in a minute.')
    },
  }
}

/** The event that the next one follows. */
type Last = {number: number; at: string; hash: string} | null

async function read(client: SanityClient, keys: SignOffKeys, subject: string, now: () => Date) {
  const answer = await client.fetch<unknown>(recordQuery, {subject}, {tag: 'sign-off.record'})
  const found = isObject(answer) ? answer : {}
  const last =
    asList(found.last)
      .map((value) => lastOf(value, keys))
      .find((event) => event !== null) ?? null
  const requests = asList(found.requests)
    .map((value) => openRequest(value, keys))
    .filter((request) => request !== null)
    .filter((request) => request.subject.id === subject)
  const record: SubjectRecord = {
    requests: requests.sort((one, other) => one.round - other.round),
    events: openEvents(found.events, keys).filter((event) => event.subject.id === subject),
    now: notBefore(last?.at, now()),
  }
  return {record, last}
}

async function readAll(
  client: SanityClient,
  keys: SignOffKeys,
  now: () => Date,
): Promise<ReadonlyMap<string, SubjectRecord>> {
  const answer = await client.fetch<unknown>(
    `{
      "events": *[_type == "${signOffTypes.event}"] | order(number asc){_id, record, signature},
      "requests": *[_type == "${signOffTypes.request}"]{_id, record, signature}
    }`,
    {},
    {tag: 'sign-off.record'},
  )
  const found = isObject(answer) ? answer : {}
  const events = openEvents(found.events, keys)
  const requests = asList(found.requests)
    .map((value) => openRequest(value, keys))
    .filter((request) => request !== null)
  const time = notBefore(events.at(-1)?.at, now())
  const ids = new Set([...events, ...requests].map(({subject}) => subject.id))
  const ofSubject = (id: string): SubjectRecord => ({
    requests: requests.filter(({subject}) => subject.id === id).sort((one, other) => one.round - other.round),
    events: events.filter(({subject}) => subject.id === id),
    now: time,
  })
  return new Map([...ids].map((id) => [id, ofSubject(id)]))
}

/** The events that a list of documents holds: those that the server signed, each in its own place. */
export function openEvents(documents: unknown, keys: SignOffKeys): SignOffEvent[] {
  return asList(documents).flatMap((document) => {
    const event = openEvent(document, keys)
    return event !== null && isObject(document) && document._id === eventId(event.number) ? [event] : []
  })
}

function lastOf(document: unknown, keys: SignOffKeys): NonNullable<Last> | null {
  const [event] = openEvents([document], keys)
  if (event === undefined || !isObject(document)) return null
  const {record, signature} = document
  if (typeof record !== 'string' || typeof signature !== 'string') return null
  return {number: event.number, at: event.at, hash: hashOfRecord({record, signature})}
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
  if (events.length === 0) return true
  const transaction = client.transaction()
  for (const document of documents) transaction.createIfNotExists(document)
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

async function isTakenByStranger(client: SanityClient, keys: SignOffKeys, number: number): Promise<boolean> {
  const document = await client.getDocument(eventId(number))
  return document !== undefined && document !== null && openEvents([document], keys).length === 0
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
