import {createServer} from 'node:net'
import type {Page} from '@playwright/test'
import {type MailServer, startMailServer} from '../support/mail-server.ts'
import {
  test as base,
  changeNetwork,
  complete,
  expectAccessibleWithoutScript,
  field,
  send,
  someAddress,
  type TestSchool,
  type,
} from './support/enquiry.ts'
import {messagesOf, type SecondSite, startSecondSite} from './support/second-site.ts'
import {siteUnderTest} from './support/sites-under-test.ts'
import {expect} from './support/test.ts'

/** A site that sends its letters to a mail server of this test. */
const test = base.extend<object, {mail: {server: MailServer; site: SecondSite}}>({
  mail: [
    async ({browserName: _}, use) => {
      const server = await startMailServer()
      const {port} = new URL(siteUnderTest().url)
      const site = await startSecondSite(`http://127.0.0.1:${Number(port) + 1}`, {
        SMTP_URL: server.url,
        MAIL_FROM: 'Ymddiriedolaeth Ŵyn <website@trust.example>',
      })
      await use({server, site})
      await site.stop()
      await server.stop()
    },
    {scope: 'worker'},
  ],
})

/** Opens the form on a site that the lake does not tell of new schools. */
async function open(page: Page, {id, path}: TestSchool, site: SecondSite): Promise<void> {
  await site.notify({_id: id, slug: {current: id}})
  await page.goto(`${path}/talk`)
}

test('letters reach the school and the sender as they were written', async ({plain, publishSchool, mail}) => {
  const school = await publishSchool()
  const {page} = await plain(mail.site.url)
  await open(page, school, mail.site)
  await changeNetwork(page)
  await type(page, {...complete, 'Your e-mail address': school.sender})
  expect((await send(page)).status()).toBe(303)
  await expect(page.getByRole('heading', {level: 1})).toHaveText('Your message has been sent')

  const [letter] = mail.server.letters.filter(({recipients}) => recipients.includes(school.mailbox))
  expect(letter?.recipients).toEqual([school.mailbox])
  expect(letter?.mail).toMatchObject({
    from: {name: 'Ymddiriedolaeth Ŵyn', address: 'website@trust.example'},
    to: [{name: 'Our front desk', address: school.mailbox}],
    replyTo: [{name: 'مريم الزهراء', address: school.sender}],
    subject: `Message for ${school.name} from مريم الزهراء`,
  })
  expect(letter?.mail.text).toContain('Bore da.\n\nIs it for us? سلام')
  expect(letter?.mail.html).toBeUndefined()

  const [copy] = mail.server.letters.filter(({recipients}) => recipients.includes(school.sender))
  expect(copy?.recipients).toEqual([school.sender])
  expect(copy?.mail.text).toContain('Bore da.\n\nIs it for us? سلام')
  expect(copy?.source).not.toContain(school.mailbox)
})

test('a copy that cannot be sent is said not to have been', async ({plain, publishSchool, mail}) => {
  const school = await publishSchool()
  mail.server.refuse(school.sender)
  const {page} = await plain(mail.site.url)
  await open(page, school, mail.site)
  await changeNetwork(page)
  await type(page, {...complete, 'Your e-mail address': school.sender})
  await send(page)
  expect(page.url()).toBe(`${mail.site.url}${school.path}/talk/sent-without-copy`)
  await expect(page.getByRole('main')).toContainText('We could not send you a copy')
  await expectAccessibleWithoutScript(page, 'the confirmation without a copy')
})

test('when the mail server refuses, the visitor is told, keeps the words and gets the number', async ({
  plain,
  publishSchool,
  mail,
}) => {
  const school = await publishSchool()
  mail.server.refuse(school.mailbox)
  const {page} = await plain(mail.site.url)
  await open(page, school, mail.site)
  await changeNetwork(page)
  await type(page, {...complete, 'Your e-mail address': school.sender})
  const answer = await send(page)
  expect(answer.status()).toBe(503)
  expect(answer.headers()['cache-control']).toContain('no-store')
  const summary = page.getByRole('region', {name: 'Your message has not been sent'})
  await expect(summary).toBeFocused()
  await expect(summary.getByRole('link', {name: '01632 960199'})).toHaveAttribute('href', 'tel:01632960199')
  for (const [label, words] of Object.entries(complete)) await expect(field(page, label)).toHaveValue(words)
  await expectAccessibleWithoutScript(page, 'the form when mail is down')
  expect(mail.server.letters.filter(({recipients}) => recipients.includes(school.sender))).toEqual([])

  const said = mail.site.output().join('\n')
  expect(messagesOf(mail.site.output(), 'mail')).toContain('A letter was not sent: EENVELOPE, answer 550.')
  for (const personal of [school.mailbox, school.sender, 'مريم', 'Cadeirydd', 'Tŷ Ŵyn', 'Bore da'])
    expect(said, 'the log').not.toContain(personal)
})

test('nothing listens where the mail server was', async ({plain, publishSchool}) => {
  const closed = createServer()
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
  const address = closed.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await new Promise((resolve) => closed.close(resolve))
  const {port: sitePort} = new URL(siteUnderTest().url)
  const site = await startSecondSite(`http://127.0.0.1:${Number(sitePort) + 1}`, {
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: 'website@trust.example',
  })
  const school = await publishSchool()
  const {page} = await plain(site.url)
  await page.goto(`${school.path}/talk`)
  await page.context().setExtraHTTPHeaders({'x-forwarded-for': someAddress()})
  await type(page, {...complete, 'Your e-mail address': school.sender})
  expect((await send(page)).status()).toBe(503)
  await expect(page.getByRole('main')).toContainText('nothing has reached')
  expect((await page.request.get('/outbox')).status(), 'the outbox beside a mail server').toBe(404)
  await site.stop()
})
