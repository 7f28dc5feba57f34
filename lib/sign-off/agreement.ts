import {type EventOf, eventsOfKind, type SignOffEvent} from './event.ts'

/** An event by which certain content may be shown. */
export type Grant = EventOf<'recorded' | 'agreed' | 'overridden'>

/**
 * By what certain content of a document may be shown; null when it may not. The latest grant counts. A withdrawal ends
 * all that came before it: whoever takes a yes back does not go on agreeing to an earlier wording.
 * @param events - every event about the document that the server signed
 * @param hash - of the content in question
 * @param knownWithdrawal - number of the latest withdrawal that is known of, though no event may say so any more
 */
export function agreementTo(
  hash: string,
  events: readonly SignOffEvent[],
  knownWithdrawal = 0,
): Grant | null {
  const over = Math.max(knownWithdrawal, latestWithdrawal(events))
  const grants = events.filter(isGrant).filter((event) => event.hash === hash && event.number > over)
  return grants.reduce<Grant | null>(
    (latest, grant) => (latest === null || grant.number > latest.number ? grant : latest),
    null,
  )
}

/** The number of the latest withdrawal; 0 when there was none. */
export function latestWithdrawal(events: readonly SignOffEvent[]): number {
  return Math.max(0, ...eventsOfKind(events, 'withdrawn').map(({number}) => number))
}

function isGrant(event: SignOffEvent): event is Grant {
  return event.kind === 'recorded' || event.kind === 'agreed' || event.kind === 'overridden'
}
