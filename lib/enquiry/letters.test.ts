import {messageProblem} from '#lib/mail/message.ts'
import type {EnquiryValues} from './fields.ts'
import {copyForSender, type EnquiryParties, letterToSchool} from './letters.ts'

const values: EnquiryValues = {
  name: 'Siân Ŵyn',
  role: 'Chair of governors',
  organisation: '',
  email: 'sian@school.example',
  message: 'Is it for us?\n\nسلام',
}
const parties: EnquiryParties = {
  schoolName: 'Oak Primary',
  mailbox: {name: 'The office', address: 'private@oak.example'},
  trustName: 'A Trust',
  trustEmail: 'hello@trust.example',
}

test('the school gets the message, and answers to its sender', () => {
  const letter = letterToSchool(values, parties)
  expect(letter).toMatchObject({
    to: parties.mailbox,
    replyTo: {name: 'Siân Ŵyn', address: 'sian@school.example'},
    subject: 'Message for Oak Primary from Siân Ŵyn',
  })
  expect(letter.text).toContain(
    '\n\nName: Siân Ŵyn\nRole: Chair of governors\nE-mail address: sian@school.example\n\n',
  )
  expect(letter.text).toContain('\n\nIs it for us?\n\nسلام\n\n')
  expect(letter.text).not.toContain('organisation:')
})

test('the sender gets a copy that does not name the school’s mailbox', () => {
  const copy = copyForSender(values, parties)
  expect(copy).toMatchObject({
    to: {name: 'Siân Ŵyn', address: 'sian@school.example'},
    replyTo: {name: 'A Trust', address: 'hello@trust.example'},
    subject: 'Copy of your message to Oak Primary',
  })
  expect(copy.text).toContain('Is it for us?\n\nسلام')
  expect(JSON.stringify(copy)).not.toContain('private@oak.example')
  expect(JSON.stringify(copy)).not.toContain('The office')
})

test('a Trust without an address is not offered for an answer', () => {
  const copy = copyForSender(values, {...parties, trustEmail: null})
  expect(copy.replyTo).toBeNull()
  expect(copy.text).toContain('You need do nothing.')
})

test('both may be sent', () => {
  for (const letter of [letterToSchool(values, parties), copyForSender(values, parties)])
    expect(messageProblem(letter)).toBeNull()
})
