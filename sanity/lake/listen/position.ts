import type {Dataset, Transaction} from '../types.ts'

/**
 * A place in the log of a dataset, as streams give it to clients and clients bring it back:
 * `<sequence>.<events sent of that transaction>.<transaction id>`. The id guards against a data folder
 * that was replaced in the meantime, whose log counts from one again.
 */
export type Position = {sequence: number; sent: number; transactionId: string}

/** More transactions than this are not replayed: fetching anew is quicker. */
const longestReplay = 1000

export function formatPosition({sequence, sent, transactionId}: Position): string {
  return `${sequence}.${sent}.${transactionId}`
}

export function parsePosition(text: string): Position | null {
  const [, sequence, sent, transactionId] = /^(\d+)\.(\d+)\.(.*)$/.exec(text) ?? []
  if (sequence === undefined || sent === undefined || transactionId === undefined) return null
  return {sequence: Number(sequence), sent: Number(sent), transactionId}
}

/** The end of the log, for a stream that starts now. */
export function currentPosition(dataset: Dataset): Position {
  const sequence = dataset.lastSequence
  const [last] = sequence === 0 ? [] : dataset.transactionsAfter(sequence - 1, 1)
  return {sequence, sent: endOfTransaction, transactionId: last?.id ?? ''}
}

/** Stands for "all events of that transaction". */
const endOfTransaction = 999_999

/**
 * What happened since a position, beginning with the transaction it names, of which some events may be sent.
 * Null when the log does not know the position, or too much has happened.
 */
export function transactionsSince(dataset: Dataset, position: Position): Transaction[] | null {
  const {sequence, transactionId} = position
  if (sequence > dataset.lastSequence || dataset.lastSequence - sequence > longestReplay) return null
  if (sequence === 0) return dataset.transactionsAfter(0, longestReplay)
  const since = dataset.transactionsAfter(sequence - 1, longestReplay + 1)
  return since[0]?.id === transactionId ? since : null
}
