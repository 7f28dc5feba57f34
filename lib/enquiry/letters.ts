import type {MailAddress} from '#lib/mail/address.ts'
import type {MailMessage} from '#lib/mail/message.ts'
import {type EnquiryValues, enquiryFields} from './fields.ts'

/** Who is concerned by an enquiry besides its sender. */
export type EnquiryParties = {
  schoolName: string
  /** The mailbox that the school chose. Only letters to the school may name it. */
  mailbox: MailAddress
  trustName: string
  /** Where the Trust answers questions about its website; null when it names none. */
  trustEmail: string | null
}

/** The letter that the school gets. An answer to it goes to the sender. */
export function letterToSchool(values: EnquiryValues, parties: EnquiryParties): MailMessage {
  const {name, email} = values
  return {
    to: parties.mailbox,
    replyTo: {name, address: email},
    subject: `Message for ${parties.schoolName} from ${name}`,
    text: paragraphs(
      `${name} has written to ${parties.schoolName} through the website of ${parties.trustName}. ` +
        'If you reply to this e-mail, your reply goes to them.',
      whoWrites(values),
      values.message,
      `They were told that ${parties.schoolName} would see this message, in order to answer it, and that the ` +
        'website keeps no copy.',
    ),
  }
}

/** The copy that the sender gets. It is a letter of its own, so that it does not name the school's mailbox. */
export function copyForSender(values: EnquiryValues, parties: EnquiryParties): MailMessage {
  const {schoolName, trustName, trustEmail} = parties
  return {
    to: {name: values.name, address: values.email},
    replyTo: trustEmail === null ? null : {name: trustName, address: trustEmail},
    subject: `Copy of your message to ${schoolName}`,
    text: paragraphs(
      `You wrote to ${schoolName} through the website of ${trustName}. This is your copy.`,
      whoWrites(values),
      values.message,
      'If it was not you, somebody gave your address by mistake. ' +
        (trustEmail === null
          ? 'You need do nothing.'
          : `You need do nothing, or can tell us at ${trustEmail}.`),
    ),
  }
}

function whoWrites(values: EnquiryValues): string {
  return enquiryFields
    .filter(({name}) => name !== 'message' && values[name] !== '')
    .map(
      ({name, label}) =>
        `${label.replace(/^Your (.)/, (_, first: string) => first.toUpperCase())}: ${values[name]}`,
    )
    .join('\n')
}

function paragraphs(...parts: string[]): string {
  return `${parts.join('\n\n')}\n`
}
