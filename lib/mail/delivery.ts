import type {MailAddress} from './address.ts'

/** Where letters of the site go. */
export type MailDelivery =
  | {kind: 'smtp'; url: string; from: MailAddress}
  /** A folder on this machine, for whoever tries the site out. */
  | {kind: 'outbox'; folder: string; from: MailAddress}
  /** Nowhere: nothing is configured, and forms say how else to reach people. */
  | {kind: 'none'}
