/* Apart from what is written down and signed: browsers import it too. */

/** Where a request stands. */
export type RequestState =
  /** Somebody whose answer is needed has not answered. */
  | 'waiting'
  /** Somebody said no. */
  | 'changes-asked'
  /** Everybody whose answer was needed said yes. */
  | 'agreed'
  | 'expired'
  | 'cancelled'
  | 'withdrawn'

/** Whether a request still asks somebody something. */
export function isOpen(state: RequestState): boolean {
  return state === 'waiting' || state === 'changes-asked'
}
