import type {MailDelivery} from '#lib/mail/delivery.ts'
import {MailNotSentError, tryMailServer} from '#lib/mail/send.ts'
import {type Finding, fault, good, warning} from './finding.ts'

/** Whether the mail server lets the site in. Nothing is sent. */
export async function checkMail(mail: MailDelivery): Promise<Finding> {
  if (mail.kind === 'outbox') return good('Letters are put into the outbox of this machine.')
  if (mail.kind === 'none')
    return warning(
      'No mail server is named: nobody can be asked to sign off, and forms are not shown.',
      'Set SMTP_URL and MAIL_FROM, as .env.example says.',
    )
  try {
    await tryMailServer(mail.url)
    return good('The mail server lets the site in.')
  } catch (error) {
    const reason = error instanceof MailNotSentError ? error.reason : 'for an unknown reason'
    return fault(`The mail server does not let the site in: ${reason}.`, remedyFor(reason))
  }
}

function remedyFor(reason: string): string {
  if (reason.startsWith('EAUTH'))
    return 'Check the user and the password in SMTP_URL; a % code stands for a special sign.'
  if (reason.startsWith('ETLS'))
    return 'The server offers no encryption at this port: use smtps:// or another port in SMTP_URL.'
  return 'Check the server’s name and port in SMTP_URL, and that this machine may connect to it.'
}
