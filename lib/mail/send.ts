import {createTransport} from 'nodemailer'
import {isLoopback} from '#lib/env.ts'
import {siteMetrics} from '#lib/metrics/site-metrics.ts'
import {systemErrorCode} from '#lib/system-error-code.ts'
import type {MailAddress} from './address.ts'
import type {MailDelivery} from './delivery.ts'
import {noteLetter} from './last-letter.ts'
import {type MailMessage, messageProblem} from './message.ts'
import {putIntoOutbox} from './outbox.ts'

/** A letter was not handed over. What it says is for the log: it holds no word, name or address of the letter. */
export class MailNotSentError extends Error {
  /** Why, without a full stop. */
  readonly reason: string

  constructor(reason: string) {
    super(`A letter was not sent: ${reason}.`)
    this.reason = reason
    this.name = 'MailNotSentError'
  }
}

/** A visitor waits for the answer, in milliseconds. */
const patience = {connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000, dnsTimeout: 5_000}

/**
 * Hands a letter over, and resolves when the mail server (or the folder) has taken it.
 * @throws MailNotSentError when it has not
 */
export async function sendMail(message: MailMessage, delivery: MailDelivery): Promise<void> {
  try {
    await send(message, delivery)
    noteLetter({isSent: true, reason: ''})
    siteMetrics().letters.count({outcome: 'sent'})
  } catch (error) {
    if (error instanceof MailNotSentError) noteLetter({isSent: false, reason: error.reason})
    siteMetrics().letters.count({outcome: 'failed'})
    throw error
  }
}

async function send(message: MailMessage, delivery: MailDelivery): Promise<void> {
  const problem = messageProblem(message)
  if (problem !== null) throw new MailNotSentError(problem)
  if (delivery.kind === 'none') throw new MailNotSentError('SMTP_URL and MAIL_FROM are not set')
  const mail = mailOf(message, delivery.from)
  try {
    if (delivery.kind === 'outbox') await putIntoOutbox(mail, delivery.folder)
    else await handOver(mail, delivery.url)
  } catch (error) {
    throw new MailNotSentError(reasonOf(error))
  }
}

/** A letter as Nodemailer takes it. Addresses are objects, of which it makes one recipient each. */
export type Mail = {
  from: {name: string; address: string}
  to: {name: string; address: string}
  replyTo?: {name: string; address: string}
  subject: string
  text: string
}

function mailOf({to, replyTo, subject, text}: MailMessage, from: MailAddress): Mail {
  const plain = ({name, address}: MailAddress) => ({name: name ?? '', address})
  return {
    from: plain(from),
    to: plain(to),
    ...(replyTo === null ? {} : {replyTo: plain(replyTo)}),
    subject,
    text,
  }
}

async function handOver(mail: Mail, url: string): Promise<void> {
  const transport = openTransport(url)
  try {
    await transport.sendMail(mail)
  } finally {
    transport.close()
  }
}

function openTransport(url: string) {
  const onThisMachine = isLoopback(new URL(url).hostname)
  return createTransport({
    url,
    ...patience,
    // Names and messages of visitors cross no network unencrypted.
    requireTLS: !onThisMachine,
    ignoreTLS: onThisMachine,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

/**
 * Connects to a mail server and signs in, without sending anything.
 * @throws MailNotSentError when it does not let the site in
 */
export async function tryMailServer(url: string): Promise<void> {
  const transport = openTransport(url)
  try {
    await transport.verify()
  } catch (error) {
    throw new MailNotSentError(reasonOf(error))
  } finally {
    transport.close()
  }
}

/** Names the kind of failure: what a mail server says in words may repeat an address. */
function reasonOf(error: unknown): string {
  const isObject = typeof error === 'object' && error !== null
  const answer = isObject && 'responseCode' in error ? `, answer ${Number(error.responseCode)}` : ''
  return `${systemErrorCode(error) ?? 'for an unknown reason'}${answer}`
}
