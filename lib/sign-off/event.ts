import {sha256} from './hash.ts'
import {isObject} from './json.ts'
import type {SignOffKeys} from './keys.ts'
import {openRecord, type SignedRecord, signRecord} from './record.ts'
import {isSubjectType, type Subject} from './subjects.ts'

/**
 * What can happen, and what is written down of it besides when and about what. All of it is text; what does not apply
 * is empty. `by` is the id of a member of staff, `reviewer` that of a reviewer in the request.
 */
export const eventFields = {
  /** Content that stood on the site before there was sign-off. */
  recorded: ['hash', 'by', 'byName'],
  /** `told` names the addresses that a letter about it went to, of people who were not asked. */
  requested: ['request', 'hash', 'told', 'by', 'byName'],
  /** A link was sent, or made to be copied. Of its token only the HMAC is kept. */
  sent: ['request', 'reviewer', 'token', 'until', 'how', 'by', 'byName'],
  /** The link was opened, by whomever or whatever: mail filters do. */
  opened: ['request', 'reviewer'],
  /** A code went to the reviewer's address, bound to the answer that it confirms. */
  'code-sent': ['request', 'reviewer', 'code', 'until'],
  /** A wrong code was given for the one that was sent by the event of that number. */
  'code-refused': ['request', 'reviewer', 'codeEvent'],
  /** `needed` says whether nothing is agreed without a yes of this reviewer. */
  decided: [
    'request',
    'reviewer',
    'needed',
    'hash',
    'answer',
    'comment',
    'passage',
    'onBehalfOf',
    'codeEvent',
  ],
  /** Everybody whose answer was needed has said yes. */
  agreed: ['request', 'hash'],
  extended: ['request', 'until', 'by', 'byName'],
  /** The links so far work no more. */
  revoked: ['request', 'by', 'byName'],
  cancelled: ['request', 'why', 'by', 'byName'],
  reminded: ['request', 'reviewer', 'which'],
  /** `told` names the addresses that a letter about it went to. */
  overridden: ['hash', 'why', 'told', 'by', 'byName'],
  /** Every agreement about the document so far is over. */
  withdrawn: ['request', 'reviewer', 'why', 'codeEvent'],
  published: ['hash', 'by', 'byName'],
} as const

export type EventKind = keyof typeof eventFields

/** What an event says by itself. */
export type EventDetails = {
  [Kind in EventKind]: {kind: Kind; subject: Subject} & {
    [Name in (typeof eventFields)[Kind][number]]: string
  }
}[EventKind]

/** An event of the record, which is one for the whole site. */
export type SignOffEvent = EventDetails & {
  /** Its place in the record: 1, 2, 3 … */
  number: number
  /** When, in UTC, as `2026-01-31T12:00:00.000Z`. Never before the event that it follows. */
  at: string
  /** The hash of the event before, as `hashOfRecord` makes it; empty for the first. */
  before: string
}

/** An event of one kind. */
export type EventOf<Kind extends EventKind> = Extract<SignOffEvent, {kind: Kind}>

/** Those of one kind, in their order. */
export function eventsOfKind<Kind extends EventKind>(
  events: readonly SignOffEvent[],
  kind: Kind,
): EventOf<Kind>[] {
  return events.filter((event): event is EventOf<Kind> => event.kind === kind)
}

export const eventSpec = 'event-1'

/** The id of an event says its place, so that of two that want the same place Content Lake takes one. */
export const eventId = (number: number) => `signOff.event.${String(number).padStart(8, '0')}`

/** By which the next event names this one. */
export function hashOfRecord({record, signature}: SignedRecord): string {
  return sha256(`${record}\n${signature}`)
}

export function signEvent(event: SignOffEvent, keys: SignOffKeys): SignedRecord {
  return signRecord({spec: eventSpec, ...event}, keys)
}

/** The event that a document holds; null when the server did not sign it. */
export function openEvent(value: unknown, keys: SignOffKeys): SignOffEvent | null {
  const opened = openRecord(value, keys)
  return opened === null || opened.spec !== eventSpec ? null : readEvent(opened)
}

function readEvent(opened: {[name: string]: unknown}): SignOffEvent | null {
  const {kind, number, at, before, subject} = opened
  if (typeof number !== 'number' || typeof at !== 'string' || typeof before !== 'string') return null
  if (!isObject(subject) || !isSubjectType(subject.type) || typeof subject.id !== 'string') return null
  if (!isEventKind(kind)) return null
  const details = Object.fromEntries(
    eventFields[kind].map((name) => [name, typeof opened[name] === 'string' ? opened[name] : '']),
  )
  const common = {kind, number, at, before, subject: {type: subject.type, id: subject.id}}
  const event = {...details, ...common}
  return isWhole(event) ? event : null
}

function isWhole(event: {kind: EventKind}): event is SignOffEvent {
  return eventFields[event.kind].every((name) => name in event)
}

function isEventKind(value: unknown): value is EventKind {
  return typeof value === 'string' && Object.hasOwn(eventFields, value)
}
