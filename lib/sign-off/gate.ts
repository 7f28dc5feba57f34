import type {Subject} from './subjects.ts'

/**
 * Says what keeps content from visitors for want of an agreement, or null.
 * @param answer - the content, as the projection of its type answers it
 * @param records - the grants and withdrawals about it, as `signOffProjection` answers them
 */
export type SignOffGate = (subject: Subject, answer: unknown, records: unknown) => string | null

/** What staff read where words wait for an agreement. */
export const notSignedOff = 'The school has not signed off these words.'
