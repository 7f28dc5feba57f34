import type {MailMessage} from '#lib/mail/message.ts'
import {type LetterFacts, paragraphs, withdrawnSentence} from './letters.ts'
import {momentInWords} from './moment.ts'
import type {Reviewer} from './request.ts'

/*
 * Letters that ask nothing, and tell people of a school what happened to words about it. None of the words is in them,
 * nor a link that opens anything but the public site.
 */

/** Somebody who is told by letter. */
export type Told = {
  /** Empty where it is not known. */
  name: string
  email: string
}

/** What these letters say besides. */
export type NoticeFacts = {
  trustName: string
  /** Whom an answer goes to; null for whoever reads the mailbox of the site. */
  replyTo: MailMessage['replyTo']
  /** What the document is called. */
  title: string
}

/**
 * Tells somebody that words are published without the agreement of the school: by whom, why, and where they can be read.
 * @param where - addresses of the public site
 */
export function letterAboutOverride(
  {trustName, replyTo, title}: NoticeFacts,
  to: Told,
  {why, byName, where}: {why: string; byName: string; where: readonly string[]},
): MailMessage {
  return notice(to, replyTo, `Published without your agreement: ${title}`, [
    `${byName} of ${trustName} has decided to publish this without the agreement of your school: ${title}`,
    `The reason given is:\n${why}`,
    `As soon as it is published, it can be read here:\n${where.join('\n')}`,
    'If you do not agree, reply to this e-mail.',
  ])
}

/**
 * Tells those who were asked about a school so far that others are now asked in its name: whoever chooses the mailbox
 * chooses who answers.
 * @param asked - those who have not been asked about it before
 */
export function letterAboutNewMailbox(
  {trustName, replyTo, title}: NoticeFacts,
  to: Told,
  {asked, byName}: {asked: readonly Pick<Reviewer, 'name' | 'role'>[]; byName: string},
): MailMessage {
  const who = asked.map(({name, role}) => (role === '' ? name : `${name} (${role})`)).join(' and ')
  return notice(to, replyTo, `Somebody else is asked about your school: ${title}`, [
    `${byName} of ${trustName} has asked ${who} about words on the website, on behalf of your school: ${title}`,
    `You get this letter because you were asked about your school before, or because it is written to at this address. ` +
      `${who} ${asked.length === 1 ? 'has' : 'have'} not been asked for it until now.`,
    'If that is right, you need not do anything. If somebody else should answer for your school, tell us by replying ' +
      'to this e-mail.',
  ])
}

/** Tells another reviewer of the same request that an agreement was taken back. What was written with it stays with the Trust. */
export function letterAboutWithdrawal(
  {trustName, request, reviewer}: LetterFacts,
  withdrawn: {by: string; at: string},
): MailMessage {
  const replyTo = request.byEmail === '' ? null : {name: request.byName, address: request.byEmail}
  return notice(reviewer, replyTo, `Agreement taken back: ${request.title}`, [
    `On ${momentInWords(withdrawn.at)} ${withdrawn.by} took back the agreement to this: ${request.title}`,
    `You were asked about it too, so we tell you. ${trustName} has been told, and nobody’s agreement to these words ` +
      `counts any more. ${withdrawnSentence(request.subject.type)}`,
    `An answer to this e-mail goes to ${request.byName}.`,
  ])
}

function notice(
  to: Told,
  replyTo: MailMessage['replyTo'],
  subject: string,
  parts: readonly string[],
): MailMessage {
  const name = to.name === '' ? null : to.name
  return {
    to: {name, address: to.email},
    replyTo,
    subject,
    text: paragraphs([name === null ? 'Hello,' : `Dear ${name},`, ...parts]),
  }
}
