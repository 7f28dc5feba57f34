import {mendozaEffect} from '../store/mendoza.ts'
import type {DocumentChange, JsonObject, LakeDocument, Transaction} from '../types.ts'

/** What a listener asked to hear, from the parameters of its request. */
export type ListenOptions = {
  includeResult: boolean
  includePreviousRevision: boolean
  includeMutations: boolean
  includeEffects: boolean
}

export function parseListenOptions(query: URLSearchParams): ListenOptions {
  return {
    includeResult: query.get('includeResult') === 'true',
    includePreviousRevision: query.get('includePreviousRevision') === 'true',
    includeMutations: query.get('includeMutations') !== 'false',
    includeEffects: query.get('effectFormat') === 'mendoza',
  }
}

/** Whether a document belongs to what a listener listens to, and may be seen by it. */
export type Selects = (document: LakeDocument | null) => boolean

/**
 * The events of one transaction for one listener, in order. They count only each other, because the Studio
 * waits until it has as many events of a transaction as the first one announced.
 */
export function mutationEvents(
  transaction: Transaction,
  selects: Selects,
  options: ListenOptions,
): JsonObject[] {
  const heard = transaction.changes.flatMap((change) => {
    const transition = transitionOf(change, selects)
    return transition ? [{change, transition}] : []
  })
  return heard.map(({change, transition}, index) => ({
    eventId: `${transaction.id}#${change.documentId}`,
    documentId: change.documentId,
    transactionId: transaction.id,
    transition,
    identity: transaction.author,
    timestamp: transaction.timestamp,
    visibility: 'query',
    transactionTotalEvents: heard.length,
    transactionCurrentEvent: index,
    // Each event names the revision it builds on, so that a client notices a missing one. A deletion results in
    // one as well: the Studio puts events in order by it.
    ...(change.before ? {previousRev: change.before._rev} : {}),
    resultRev: transaction.id,
    ...(options.includeMutations ? {mutations: change.mutations} : {}),
    ...(options.includeEffects ? {effects: mendozaEffect(change.before, change.after)} : {}),
    ...(options.includeResult && change.after ? {result: change.after} : {}),
    ...(options.includePreviousRevision ? {previous: change.before} : {}),
  }))
}

/** A document enters, changes within or leaves what the listener's query matches. */
function transitionOf({before, after}: DocumentChange, selects: Selects): string | null {
  const wasSelected = before !== null && selects(before)
  const isSelected = after !== null && selects(after)
  if (wasSelected) return isSelected ? 'update' : 'disappear'
  return isSelected ? 'appear' : null
}
