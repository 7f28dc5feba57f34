import {isMailAddress, type MailAddress} from './address.ts'

/** A letter in plain text to one reader. Who it is from is a matter of the configuration. */
export type MailMessage = {
  to: MailAddress
  /** Whom an answer goes to, where that is not the site. */
  replyTo: MailAddress | null
  subject: string
  /** Lines end with `\n`. */
  text: string
}

// Control characters and the line separators of Unicode: what could end one header and begin the next.
const breaksHeader = /[\p{Cc}\u2028\u2029]/u

/** Whether a text may stand in the header of a letter. */
export function isHeaderSafe(text: string): boolean {
  return !breaksHeader.test(text)
}

/** What keeps a letter from being sent, or null. It names the place and quotes nothing: it may be logged. */
export function messageProblem({to, replyTo, subject}: MailMessage): string | null {
  for (const [place, mailbox] of [['reader', to] as const, ['reply address', replyTo] as const]) {
    if (mailbox === null) continue
    if (!isMailAddress(mailbox.address)) return `the address of the ${place} is none`
    if (mailbox.name !== null && !isHeaderSafe(mailbox.name))
      return `the name of the ${place} breaks the header`
  }
  return isHeaderSafe(subject) ? null : 'the subject breaks the header'
}
