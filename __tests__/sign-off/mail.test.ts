import {sendMail} from '#lib/mail/send.ts'
import type {Around} from '#sanity/sign-off/around.ts'
import {askForSignOff} from '#sanity/sign-off/ask.ts'
import {overrideSignOff} from '#sanity/sign-off/publish.ts'
import {type MailServer, startMailServer} from '../support/mail-server.ts'
import {head, signOffOfTests, staff, subject} from './support.ts'

/* The letters of sign-off as they arrive: over SMTP, at a mail server. */

const test = signOffOfTests()
const from = {name: 'Ymddiriedolaeth Ŵyn', address: 'website@trust.example'}
const welsh = {name: 'Siân Tŷ Ŵyn', role: 'Pennaeth', email: 'sian@elm.example'}

let server: MailServer

beforeEach(async () => {
  server = await startMailServer()
})

afterEach(() => server.stop())

/** The site, with a mail server. */
const site = (): Around => ({
  ...test.around,
  deliver: (letter) => sendMail(letter, {kind: 'smtp', url: server.url, from}),
})

const letterTo = (address: string) => server.letters.find(({recipients}) => recipients.includes(address))

/** No word of the draft, in whatever way the letter is encoded. */
function expectNoDraftWord(): void {
  for (const {mail, source} of server.letters)
    for (const text of [mail.subject, mail.text, mail.html, source])
      expect(text ?? '').not.toContain('asked first')
}

it('a request goes to the one address, says what and by when, and holds a link and no word of the draft', async () => {
  const form = {reviewers: [welsh], why: 'Ar gyfer eich tudalen, Siân.', dueOn: '', days: 14}
  const {links, told} = await askForSignOff(subject, form, staff, site())
  expect([links.map(({mailed}) => mailed), told]).toEqual([[true], []])
  expect(server.letters.map(({recipients}) => recipients)).toEqual([[welsh.email]])
  const letter = letterTo(welsh.email)
  expect(letter?.mail).toMatchObject({
    from: {name: from.name, address: from.address},
    to: [{name: welsh.name, address: welsh.email}],
    replyTo: [{name: staff.name, address: staff.email}],
    subject: 'Please read before we publish: A testimonial about Elm School',
  })
  expect(letter?.mail.text).toContain('Robin Ashe writes:\nAr gyfer eich tudalen, Siân.')
  expect(letter?.mail.text).toMatch(/Please answer by \d+ \p{L}+ \d{4}\./u)
  expect(letter?.mail.text).toContain(`Read it here:\n${links[0]?.address}\n`)
  expectNoDraftWord()
})

it('a new mailbox and an override are told of in the same way', async () => {
  await askForSignOff(subject, {reviewers: [head]}, staff, site())
  await askForSignOff(subject, {reviewers: [welsh]}, staff, site())
  await overrideSignOff(subject, {why: 'Mae’r ysgol wedi cau.'}, staff, site())
  const [request, again, another, ...overrides] = server.letters.map(({recipients, mail}) => [
    recipients,
    mail.subject,
  ])
  // Letters about the same go off together, and arrive in any order.
  overrides.sort()
  expect([request, again, another, ...overrides]).toEqual([
    [[head.email], 'Please read before we publish: A testimonial about Elm School'],
    [[welsh.email], 'Please read before we publish: A testimonial about Elm School'],
    [[head.email], 'Somebody else is asked about your school: A testimonial about Elm School'],
    [[head.email], 'Published without your agreement: A testimonial about Elm School'],
    [[welsh.email], 'Published without your agreement: A testimonial about Elm School'],
  ])
  expect(server.letters.at(-1)?.mail.text).toContain('Mae’r ysgol wedi cau.')
  expectNoDraftWord()
})

it('a server that refuses an address is told to staff, and the link stays theirs to send', async () => {
  server.refuse(head.email)
  const {links} = await askForSignOff(subject, {reviewers: [head]}, staff, site())
  expect(links.map(({mailed}) => mailed)).toEqual([false])
  server.refuse(welsh.email)
  const {told} = await askForSignOff(subject, {reviewers: [welsh]}, staff, site())
  expect(told).toEqual([{name: head.name, email: head.email, mailed: false}])
})
