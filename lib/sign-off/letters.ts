import {dayInWords} from '#lib/dates.ts'
import type {MailMessage} from '#lib/mail/message.ts'
import {answerWords, type ToConfirm} from './answer.ts'
import {momentInWords} from './moment.ts'
import type {Reviewer, SignOffRequest} from './request.ts'
import type {SubjectType} from './subjects.ts'

/** What letters say besides: nothing of the words that are asked about, which only the review page shows. */
export type LetterFacts = {
  trustName: string
  request: SignOffRequest
  reviewer: Reviewer
}

/** Asks a reviewer to read. @param until - when the link stops working, in UTC */
export function letterWithLink(
  {trustName, request, reviewer}: LetterFacts,
  link: string,
  until: string,
): MailMessage {
  return toReviewer(request, reviewer, {
    subject: `Please read before we publish: ${request.title}`,
    parts: [
      `Dear ${reviewer.name},`,
      `${trustName} would like to publish something about your school on its website. Before we do, we ask you ` +
        `whether you are happy with it. ${untilYes(request, reviewer)}`,
      `What it is: ${request.title}`,
      ...(request.why === '' ? [] : [`${request.byName} writes:\n${request.why}`]),
      `Read it here:\n${link}`,
      `Please answer by ${dayInWords(request.dueOn)}. It takes about five minutes, on a telephone too. You need no ` +
        'account: to confirm your answer, you get a code at this e-mail address.',
      `The link works until ${momentInWords(until)}. You may pass it on to others to read. Only you can answer, ` +
        'because the code comes to you.',
      `Reply to this e-mail to ask ${request.byName} anything.`,
    ],
  })
}

/** How often people are reminded: two days before an answer is due, on the day, and three working days after. */
export type Reminder = 'before' | 'on-the-day' | 'after'

/** Reminds a reviewer who has not answered. The link in the first letter still works; this is another one. */
export function letterWithReminder(
  {trustName, request, reviewer}: LetterFacts,
  reminder: Reminder,
  link: string,
): MailMessage {
  const when = {
    before: `We hope for your answer by ${dayInWords(request.dueOn)}.`,
    'on-the-day': 'We hope for your answer today.',
    after: `We had hoped for your answer by ${dayInWords(request.dueOn)}.`,
  }
  return toReviewer(request, reviewer, {
    subject: `A reminder: please read before we publish`,
    parts: [
      `Dear ${reviewer.name},`,
      `${trustName} has asked you to read something about your school before it is published: ${request.title}`,
      `${when[reminder]} ${untilYes(request, reviewer)}`,
      `Read it here:\n${link}`,
      `If something is not clear, or somebody else should answer, reply to this e-mail: it goes to ${request.byName}.`,
    ],
  })
}

/** The code by which a reviewer confirms an answer. */
export function letterWithCode(
  {trustName, request, reviewer}: LetterFacts,
  answer: ToConfirm['answer'],
  code: string,
): MailMessage {
  return toReviewer(request, reviewer, {
    subject: `${code} is your code`,
    parts: [
      `Your code is ${code}`,
      `Type it on the page where you answered ${trustName} about: ${request.title}. It works for 10 minutes and ` +
        `confirms this one answer: “${answerWords[answer]}”.`,
      'If you did not ask for a code, somebody has opened your link. Nothing is decided without the code. Do not ' +
        `give it to anybody, and tell ${request.byName} by replying to this e-mail.`,
    ],
  })
}

export type AnswerInWords = {
  answer: 'yes' | 'no' | 'withdraw'
  comment: string
  passage: string
  onBehalfOf: string
  /** In UTC. */
  at: string
}

/** What a reviewer keeps. @param link - to the receipt, which shows every word that was agreed to */
export function letterWithReceipt(
  {trustName, request, reviewer}: LetterFacts,
  given: AnswerInWords,
  link: string,
): MailMessage {
  return toReviewer(request, reviewer, {
    subject: `Your answer: ${request.title}`,
    parts: [
      `Dear ${reviewer.name},`,
      `This is your receipt. ${answerSentence(given, trustName, request.subject.type)}`,
      `What it is about: ${request.title}`,
      ...linesOf(given),
      given.answer === 'yes'
        ? `The exact words, and a way to take your agreement back:\n${link}`
        : `The exact words that it is about:\n${link}`,
      `They are kept under this number: ${request.hash}`,
    ],
  })
}

/** Tells whoever asked. */
export function letterToStaff(
  {request, reviewer}: LetterFacts,
  given: AnswerInWords,
  studio: string,
): MailMessage {
  const says = {yes: 'is happy with it', no: 'asks for changes', withdraw: 'has taken the agreement back'}
  return {
    to: {name: request.byName, address: request.byEmail},
    replyTo: {name: reviewer.name, address: reviewer.email},
    subject: `${reviewer.name} ${says[given.answer]}: ${request.title}`,
    text: paragraphs([
      `${reviewer.name} ${says[given.answer]}.`,
      ...linesOf(given),
      `See it in the Studio:\n${studio}`,
    ]),
  }
}

function answerSentence({answer, at}: AnswerInWords, trustName: string, type: SubjectType): string {
  const when = `On ${momentInWords(at)}`
  switch (answer) {
    case 'yes':
      return `${when} you told ${trustName} that you are happy for this to be published.`
    case 'no':
      return `${when} you asked ${trustName} for changes, and ${trustName} has been told.`
    case 'withdraw':
      return `${when} you took your agreement back, and ${trustName} has been told. ${withdrawnSentence(type)}`
  }
}

/** What visitors see before a yes, and whether it takes that of this reviewer. */
export function untilYes({publishedHash, reviewers}: SignOffRequest, {required}: Reviewer): string {
  if (!required && reviewers.length > 1) {
    const seen =
      publishedHash === ''
        ? 'Nothing of it is shown to visitors yet.'
        : 'Visitors see what is on the website today.'
    return `${seen} Others are asked too: you may answer, and need not.`
  }
  return publishedHash === ''
    ? 'Nothing of it is shown to visitors until you say yes.'
    : 'Until you say yes, visitors see what is on the website today.'
}

/** What follows when an agreement is taken back. A page stands until somebody takes it off; words go by themselves. */
export function withdrawnSentence(type: SubjectType): string {
  return type === 'page'
    ? 'The page stays on the website until they have taken it off.'
    : 'The words are taken off the website within minutes.'
}

function linesOf({comment, passage, onBehalfOf}: AnswerInWords): string[] {
  return [
    ...(passage === '' ? [] : [`About these words:\n${passage}`]),
    ...(comment === '' ? [] : [`What was written:\n${comment}`]),
    ...(onBehalfOf === '' ? [] : [`Answered on behalf of: ${onBehalfOf}`]),
  ]
}

/** An answer to it goes to the member of staff who asked. */
function toReviewer(
  request: SignOffRequest,
  reviewer: Reviewer,
  {subject, parts}: {subject: string; parts: string[]},
): MailMessage {
  return {
    to: {name: reviewer.name, address: reviewer.email},
    replyTo: request.byEmail === '' ? null : {name: request.byName, address: request.byEmail},
    subject,
    text: paragraphs(parts),
  }
}

/** The text of a letter. */
export function paragraphs(parts: string[]): string {
  return `${parts.join('\n\n')}\n`
}
