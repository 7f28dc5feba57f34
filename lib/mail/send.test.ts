/** @jest-environment node */
import {mkdtempSync, readdirSync, rmSync, statSync} from 'node:fs'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {startMailServer} from '../../__tests__/support/mail-server.ts'
import type {MailMessage} from './message.ts'
import {readOutbox} from './outbox.ts'
import {MailNotSentError, sendMail} from './send.ts'

const from = {name: 'Ein Hymddiriedolaeth', address: 'website@trust.example'}
const letter: MailMessage = {
  to: {name: 'The office', address: 'office@school.example'},
  replyTo: {name: 'مريم الزهراء', address: 'maryam@home.example'},
  subject: 'Cwestiwn i Ysgol Tŷ Ŵyn gan مريم',
  text: `Bore da, ŵ ŷ.\nسلام\n.\n${'A long line. '.repeat(200)}\n`,
}

async function failureOf(sending: Promise<void>): Promise<string> {
  const error: unknown = await sending.catch((reason: unknown) => reason)
  if (!(error instanceof MailNotSentError)) throw new Error('It was sent, or failed in another way.')
  return error.message
}

describe('over SMTP', () => {
  it('hands over a letter with every script intact', async () => {
    const server = await startMailServer()
    await sendMail(letter, {kind: 'smtp', url: server.url, from})
    await server.stop()
    const [received] = server.letters
    expect(received?.recipients).toEqual(['office@school.example'])
    expect(received?.mail).toMatchObject({
      from,
      to: [{name: 'The office', address: 'office@school.example'}],
      replyTo: [{name: 'مريم الزهراء', address: 'maryam@home.example'}],
      subject: letter.subject,
      text: letter.text,
    })
    expect(received?.mail.html).toBeUndefined()
    expect(received?.mail.attachments).toEqual([])
  })

  it('takes commas and brackets in a name for parts of it', async () => {
    const server = await startMailServer()
    const name = 'Bcc: a@b.example, "x" <c@d.example>'
    await sendMail({...letter, to: {...letter.to, name}}, {kind: 'smtp', url: server.url, from})
    await server.stop()
    expect(server.letters.map(({recipients}) => recipients)).toEqual([['office@school.example']])
    expect(server.letters[0]?.mail.to).toEqual([{name, address: 'office@school.example'}])
    expect(server.letters[0]?.mail.bcc).toBeUndefined()
  })

  it('refuses a letter that would grow another header, before it reaches the server', async () => {
    const server = await startMailServer()
    const subject = 'Hello\r\nBcc: everybody@else.example'
    expect(await failureOf(sendMail({...letter, subject}, {kind: 'smtp', url: server.url, from}))).toContain(
      'header',
    )
    await server.stop()
    expect(server.letters).toEqual([])
  })

  it('says that nobody listens, and nothing about the letter', async () => {
    const server = await startMailServer()
    await server.stop()
    expect(await failureOf(sendMail(letter, {kind: 'smtp', url: server.url, from}))).toBe(
      'A letter was not sent: ESOCKET.',
    )
  })

  it('does not repeat the words of a server that refuses', async () => {
    const server = await startMailServer()
    server.refuse('office@school.example')
    const failure = await failureOf(sendMail(letter, {kind: 'smtp', url: server.url, from}))
    await server.stop()
    expect(failure).toMatch(/EENVELOPE, answer 550/)
    expect(failure).not.toContain('office@school.example')
  })

  it('hands nothing to a server elsewhere that offers no encryption', async () => {
    const heard: string[] = []
    const plain = createServer((socket) => {
      socket.write('220 plain.example ESMTP\r\n')
      socket.on('data', (data) => {
        heard.push(String(data))
        socket.write(String(data).startsWith('STARTTLS') ? '502 No\r\n' : '250 plain.example\r\n')
      })
      socket.on('error', () => {})
    })
    await new Promise<void>((resolve) => plain.listen(0, '0.0.0.0', resolve))
    const address = plain.address()
    const port = typeof address === 'object' && address ? address.port : 0
    // This machine by a name that does not say so.
    const failure = await failureOf(sendMail(letter, {kind: 'smtp', url: `smtp://0.0.0.0:${port}`, from}))
    plain.close()
    expect(failure).toMatch(/ETLS/)
    expect(heard.join('')).toMatch(/^EHLO/)
    expect(heard.join('')).not.toMatch(/MAIL FROM|DATA/)
  })
})

describe('without a mail server', () => {
  let folder: string

  beforeEach(() => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'outbox-test-')), 'outbox')
  })
  afterEach(() => rmSync(path.dirname(folder), {recursive: true}))

  it('fails where nothing is configured', async () => {
    expect(await failureOf(sendMail(letter, {kind: 'none'}))).toContain('SMTP_URL')
  })

  it('shows an empty outbox before the first letter', async () => {
    expect(await readOutbox(folder)).toEqual([])
  })

  it('puts letters into the folder, to be read by this user alone, newest first', async () => {
    await sendMail(letter, {kind: 'outbox', folder, from})
    await sendMail({...letter, subject: 'The second', replyTo: null}, {kind: 'outbox', folder, from})
    const letters = await readOutbox(folder)
    expect(letters.map(({subject, replyTo}) => [subject, replyTo])).toEqual([
      ['The second', ''],
      [letter.subject, 'مريم الزهراء <maryam@home.example>'],
    ])
    expect(letters[1]).toMatchObject({to: 'The office <office@school.example>', text: letter.text})
    expect(statSync(folder).mode & 0o077).toBe(0)
    for (const file of readdirSync(folder)) expect(statSync(path.join(folder, file)).mode & 0o077).toBe(0)
  })

  it('keeps the last hundred', async () => {
    for (let number = 1; number <= 102; number += 1)
      await sendMail({...letter, subject: `Letter ${number}`, text: 'x'}, {kind: 'outbox', folder, from})
    const subjects = (await readOutbox(folder)).map(({subject}) => subject)
    expect(subjects).toHaveLength(100)
    expect(subjects[0]).toBe('Letter 102')
    expect(subjects.at(-1)).toBe('Letter 3')
  })

  it('fails where the folder cannot be written', async () => {
    expect(await failureOf(sendMail(letter, {kind: 'outbox', folder: '/dev/null/outbox', from}))).toMatch(
      /ENOTDIR/,
    )
  })
})
