import {type EventOf, eventsOfKind, type SignOffEvent} from './event.ts'

/** An event by which certain content may be shown. */
export type Grant = EventOf<'recorded' | 'agreed' | 'overridden'>

/** An event after which what came before it counts no more. */
export type End = {number: number; at: string}

/**
 * By what certain content of a document may be shown; null when it may not. The latest grant counts. A withdrawal ends
 * all that came before it: whoever takes a yes back does not go on agreeing to an earlier wording. A no of somebody whose
 * yes was needed ends what allowed the same words before.
 * @param events - every event about the document that the server signed
 * @param hash - of the content in question
 * @param known - withdrawals and refusals of these words that are known of, though no event may say so any more
 */
export function agreementTo(
  hash: string,
  events: readonly SignOffEvent[],
  known: readonly End[] = [],
): Grant | null {
  const ends = [...known, ...eventsOfKind(events, 'withdrawn'), ...refusalsOf(hash, events)]
  const grants = events
    .filter(isGrant)
    .filter((grant) => grant.hash === hash && !ends.some((end) => isOver(grant, end)))
  return grants.reduce<Grant | null>(
    (latest, grant) => (latest === null || grant.number > latest.number ? grant : latest),
    null,
  )
}

/** By number and by time: of a record that was cut short, numbers could be given again. */
function isOver({number, at}: Grant, end: End): boolean {
  return number <= end.number || at < end.at
}

/** The latest withdrawal; null when there was none. */
export function latestWithdrawal(events: readonly SignOffEvent[]): End | null {
  return endAt(eventsOfKind(events, 'withdrawn').at(-1))
}

/** The latest no to these words of somebody whose yes was needed; null when there was none. */
export function latestRefusal(hash: string, events: readonly SignOffEvent[]): End | null {
  return endAt(refusalsOf(hash, events).at(-1))
}

function refusalsOf(hash: string, events: readonly SignOffEvent[]): EventOf<'decided'>[] {
  return eventsOfKind(events, 'decided').filter(
    (event) => event.hash === hash && event.answer === 'no' && event.needed === 'yes',
  )
}

function endAt(event: End | undefined): End | null {
  return event === undefined ? null : {number: event.number, at: event.at}
}

function isGrant(event: SignOffEvent): event is Grant {
  return event.kind === 'recorded' || event.kind === 'agreed' || event.kind === 'overridden'
}
