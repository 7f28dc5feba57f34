import type {SanityClient} from '@sanity/client'
import type {MailMessage} from '#lib/mail/message.ts'
import type {End} from '#lib/sign-off/agreement.ts'
import type {SignOffKeys} from '#lib/sign-off/keys.ts'
import type {Ledger} from './ledger.ts'

/** What sign-off needs of the site around it. */
export type Around = {
  /** The site's own: reads drafts, and writes. */
  client: SanityClient
  ledger: Ledger
  keys: SignOffKeys
  /** Remembers outside the dataset that agreements were taken back, or to words of this hash refused. */
  noteEnd: (subjectId: string, end: End, hash?: string) => void
  /** Without a slash at the end. */
  siteUrl: string
  trustName: string
  /** The Trust’s own mailbox, which answers to letters go to that no one person sends; null where it gave none. */
  trustEmail: string | null
  /** Rejects when the letter is not taken. */
  deliver: (letter: MailMessage) => Promise<void>
  /** Takes one sentence for the log, with nothing personal in it. */
  report: (problem: string) => void
}

/**
 * Hands a letter over. That it did not go off is for the log, and for whoever wants to know.
 * @returns whether it was taken
 */
export async function handOver(letter: MailMessage, {deliver, report}: Around): Promise<boolean> {
  try {
    await deliver(letter)
    return true
  } catch (error) {
    report(error instanceof Error ? error.message : 'A letter could not be sent.')
    return false
  }
}

/** A client that sees drafts, and documents as they are at this moment. */
export function rawClient(client: SanityClient): SanityClient {
  return client.withConfig({perspective: 'raw', useCdn: false, stega: false})
}

/** A member of staff, as Content Lake knows them. */
export type Staff = {
  id: string
  name: string
  email: string
  /** Whether this person may publish without an agreement. */
  mayOverride: boolean
}

/** Why something was not done, for the person who asked for it. */
export class SignOffRefusal extends Error {
  readonly status: 400 | 403 | 404 | 409 | 503
  readonly problems: string[]

  constructor(status: SignOffRefusal['status'], ...problems: string[]) {
    super(problems.join(' '))
    this.name = 'SignOffRefusal'
    this.status = status
    this.problems = problems
  }
}
