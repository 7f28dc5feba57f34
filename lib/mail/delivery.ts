import {type MailAddress, parseMailAddress} from './address.ts'

/** Where letters of the site go. */
export type MailDelivery =
  | {kind: 'smtp'; url: string; from: MailAddress}
  /** A folder on this machine, for whoever tries the site out. */
  | {kind: 'outbox'; folder: string; from: MailAddress}
  /** Nowhere: nothing is configured, and forms say how else to reach people. */
  | {kind: 'none'}

/**
 * Reads where letters go from the configuration.
 * @param text - a variable by its name; null when it is blank
 * @param outbox - the folder that takes letters as long as no mail server is named; null for none
 * @param problems - takes one sentence for each mistake
 */
export function parseDelivery(
  text: (name: string) => string | null,
  outbox: string | null,
  problems: string[],
): MailDelivery {
  const url = text('SMTP_URL')
  const from = parseMailFrom(text('MAIL_FROM'), problems)
  if (url === null) {
    if (outbox !== null)
      return {kind: 'outbox', folder: outbox, from: from ?? {name: null, address: 'website@trust.example'}}
    if (from !== null)
      problems.push('MAIL_FROM is set without SMTP_URL: name the mail server too, or leave both out.')
    return {kind: 'none'}
  }
  const server = URL.canParse(url) ? new URL(url) : null
  // Its password may be in it, so it is not repeated.
  if (server === null || !/^smtps?:$/.test(server.protocol) || server.hostname === '') {
    problems.push(
      'SMTP_URL is not the address of a mail server: give one such as smtps://user:password@mail.example.org.',
    )
  }
  if (text('MAIL_FROM') === null) {
    problems.push(
      'SMTP_URL is set without MAIL_FROM: give the address that letters come from, such as website@example.org.',
    )
  }
  return from === null ? {kind: 'none'} : {kind: 'smtp', url, from}
}

function parseMailFrom(value: string | null, problems: string[]): MailAddress | null {
  if (value === null) return null
  const from = parseMailAddress(value)
  if (from === null) {
    problems.push(
      `MAIL_FROM is “${value}”, which is not an e-mail address: give one such as Our Trust <website@example.org>.`,
    )
  }
  return from
}
