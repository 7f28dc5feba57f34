import type {Page} from '@playwright/test'
import {
  changeNetwork,
  complete,
  expectAccessibleWithoutScript,
  field,
  send,
  someAddress,
  type TestSchool,
  test,
  type,
} from './support/enquiry.ts'
import {untilChanged} from './support/freshness.ts'
import {expect} from './support/test.ts'

/** Letters of the outbox that name an address. */
async function lettersTo(page: Page, address: string): Promise<string[]> {
  const outbox = await page.context().browser()?.newPage()
  if (outbox === undefined) throw new Error('The browser has gone.')
  await outbox.goto(new URL('/outbox', page.url()).href)
  const letters = await outbox
    .locator('article')
    .filter({hasText: `To${address}`})
    .or(outbox.locator('article').filter({has: outbox.locator('dd', {hasText: `<${address}>`})}))
  const texts = await letters.allInnerTexts()
  await outbox.close()
  return texts
}

const open = (page: Page, school: TestSchool) => page.goto(`${school.path}/talk`)

test('a visitor writes to a school without script', async ({plain, publishSchool}) => {
  const school = await publishSchool()
  const {page} = await plain()
  await page.goto(school.path)
  await page.getByRole('link', {name: 'Write to this school'}).click()
  await expectAccessibleWithoutScript(page, 'the form')
  await changeNetwork(page)
  await type(page, {...complete, 'Your e-mail address': school.sender})
  const answer = await send(page)
  expect(answer.status()).toBe(303)
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(`${school.path}/talk/sent`)
  await expect(page.getByRole('heading', {level: 1})).toHaveText('Your message has been sent')
  await expectAccessibleWithoutScript(page, 'the confirmation')
  expect((await page.reload())?.status()).toBe(200)
  await expect(page.getByRole('heading', {level: 1})).toHaveText('Your message has been sent')
  expect(await page.context().cookies()).toEqual([])

  const [letter, ...more] = await lettersTo(page, school.mailbox)
  expect(more, 'a reload sends nothing again').toEqual([])
  expect(letter).toContain(`Message for ${school.name} from مريم الزهراء`)
  expect(letter).toContain('Bore da.\n\nIs it for us? سلام')
  const [copy] = await lettersTo(page, school.sender)
  expect(copy).toContain(`Copy of your message to ${school.name}`)
  expect(copy).toContain('Ysgol Tŷ Ŵyn')
  expect(copy).not.toContain(school.mailbox)
})

test('what is wrong is said above and beside, and everything typed is kept', async ({
  plain,
  publishSchool,
}) => {
  const school = await publishSchool()
  const {page} = await plain()
  await open(page, school)
  await expect(page).toHaveTitle(`Talk to ${school.name} – Wrenfold Schools Trust`)
  const long = 'Ŵ سلام '.repeat(2_857)
  await type(page, {...complete, 'Your e-mail address': 'nobody@', 'Your message': long})
  await field(page, 'Your name').fill(' ')
  const answer = await send(page)
  expect(answer.status()).toBe(422)
  expect(answer.headers()['cache-control']).toContain('no-store')
  expect(page.url()).not.toContain('nobody')
  await expect(page).toHaveTitle(/^Error: Talk to /)

  const summary = page.getByRole('region', {name: 'There is a problem'})
  await expect(summary).toBeFocused()
  await expect(summary).toBeInViewport()
  const wrong = ['Your name', 'Your e-mail address', 'Your message']
  const links = summary.getByRole('link')
  await expect(links).toHaveCount(wrong.length)
  for (const [position, label] of wrong.entries()) {
    await links.nth(position).click()
    await expect(field(page, label)).toBeFocused()
    await expect(field(page, label)).toHaveAccessibleDescription(/Error:/)
    await expect(field(page, label)).toHaveAttribute('aria-invalid', 'true')
  }
  await expect(field(page, 'Your message')).toHaveValue(long)
  await expect(field(page, 'Your e-mail address')).toHaveValue('nobody@')
  await expect(field(page, 'Your role')).toHaveValue(complete['Your role'] ?? '')
  await expectAccessibleWithoutScript(page, 'the form with errors')

  expect(new URL(page.url()).hash, 'the field that was gone to last').not.toBe('')
  expect((await send(page)).status()).toBe(422)
  await expect(summary, 'comes first all the same').toBeFocused()

  await type(page, {...complete, 'Your e-mail address': school.sender})
  expect((await send(page)).status()).toBe(303)
  expect(await lettersTo(page, school.mailbox)).toHaveLength(1)
})

test('a form that comes sooner than people type is sent at the second try', async ({
  plain,
  publishSchool,
}) => {
  const school = await publishSchool()
  const {page} = await plain()
  await open(page, school)
  // Everything at once, as a program does.
  const fields = {name: 'A', email: school.sender, message: 'Quick', school: school.id}
  const hidden = await page
    .locator('form input[name^="$ACTION"]')
    .evaluateAll((inputs) =>
      inputs.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']),
    )
  const origin = new URL(page.url()).origin
  await page.goto(`${school.path}/talk`)
  const answer = await page.request.post(page.url(), {
    headers: {origin},
    multipart: {...Object.fromEntries(hidden), ...fields},
  })
  expect(answer.status()).toBe(422)
  expect(await answer.text()).toContain('within a few seconds of opening the form')
  expect(await lettersTo(page, school.mailbox)).toEqual([])
  await type(page, {'Your name': 'A', 'Your e-mail address': school.sender, 'Your message': 'Slow'})
  expect((await send(page)).status()).toBe(303)
})

test('a field that only programs see keeps a message back', async ({plain, publishSchool}) => {
  const school = await publishSchool()
  const {page} = await plain()
  await open(page, school)
  await expect(page.locator('[name=homepage]')).toBeHidden()
  await changeNetwork(page)
  await type(page, {...complete, 'Your e-mail address': school.sender})
  await page
    .locator('[name=homepage]')
    .evaluate((input) => input.setAttribute('value', 'https://spam.example'))
  expect((await send(page)).status()).toBe(422)
  await expect(page.getByRole('region', {name: 'Your message has not been sent'})).toBeFocused()
  await expect(field(page, 'Your message')).toHaveValue(complete['Your message'] ?? '')
  await expectAccessibleWithoutScript(page, 'the form with the decoy filled in')
  expect(await lettersTo(page, school.mailbox)).toEqual([])
})

test('too many messages to a school with one address are kept back, and the words kept', async ({
  plain,
  publishSchool,
}) => {
  const school = await publishSchool()
  const {page} = await plain()
  const sendOne = async () => {
    await open(page, school)
    await changeNetwork(page)
    await type(page, {...complete, 'Your e-mail address': school.sender})
    return (await send(page)).status()
  }
  for (let number = 1; number <= 4; number += 1) expect(await sendOne()).toBe(303)
  expect(await sendOne()).toBe(429)
  const summary = page.getByRole('region', {name: 'Your message has not been sent'})
  await expect(summary).toContainText(`to ${school.name} in the last hour with your e-mail address`)
  await expect(summary).toContainText('60 minutes')
  await expect(summary.getByRole('link', {name: '01632 960199'})).toBeVisible()
  await expect(field(page, 'Your message')).toHaveValue(complete['Your message'] ?? '')
  await expectAccessibleWithoutScript(page, 'the form after too many messages')
  expect(await lettersTo(page, school.mailbox)).toHaveLength(4)
})

test('a form that was opened before the site was renewed says what to do', async ({plain, publishSchool}) => {
  const school = await publishSchool()
  const {page} = await plain()
  await open(page, school)
  await type(page, {...complete, 'Your e-mail address': school.sender})
  // Every build has names of its own for what its forms call.
  await page
    .locator('input[name^="$ACTION"][value*="\\"id\\""]')
    .evaluate((input) =>
      input.setAttribute(
        'value',
        input.getAttribute('value')?.replace(/[0-9a-f]{40,}/, '60'.padEnd(42, 'a')) ?? '',
      ),
    )
  expect((await send(page)).status()).toBe(409)
  await expect(page.getByRole('heading', {name: 'Your message was not sent'})).toBeVisible()
  await expect(page.getByRole('link', {name: 'Open the form again'})).toBeVisible()
  await expectAccessibleWithoutScript(page, 'the answer to a form of an earlier build')
  await page.goBack()
  await expect(field(page, 'Your message')).toHaveValue(complete['Your message'] ?? '')
})

test('a message as long as a book is refused in words, and kept where it was typed', async ({
  plain,
  publishSchool,
}) => {
  const school = await publishSchool()
  const {page} = await plain()
  await open(page, school)
  const book = 'Is it for us? '.repeat(25_000)
  await type(page, {...complete, 'Your e-mail address': school.sender, 'Your message': book})
  expect((await send(page)).status()).toBe(413)
  await expect(page.getByRole('heading', {level: 1})).toHaveText('Your message was not sent')
  await expectAccessibleWithoutScript(page, 'the answer to a message that is too long')
  await page.getByRole('link', {name: 'See the school’s telephone number'}).click()
  await expect(page).toHaveURL(school.path)
  await expect(page.getByRole('main')).toContainText('01632 960199')
})

test('what is no form is the fault of who sent it', async ({plain, publishSchool}) => {
  const school = await publishSchool()
  const {page} = await plain()
  await open(page, school)
  const {origin} = new URL(page.url())
  const values = await page
    .locator('form input[name^="$ACTION"]')
    .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('value') ?? ''))
  const [, action = ''] = /"id":"([0-9a-f]+)"/.exec(values.join()) ?? []
  expect(action).not.toBe('')
  const broken = {'content-type': 'multipart/form-data; boundary=x'}
  for (const [headers, data] of [
    [broken, '--x\r\nContent-Disposition: form-data; name="$ACTION_REF_1"\r\n\r\n'],
    [{'next-action': action, 'content-type': 'text/plain;charset=UTF-8'}, '[]'],
    [{'next-action': action, 'content-type': 'text/plain;charset=UTF-8'}, '[{}, {}]'],
    [{'next-action': action, 'content-type': 'text/plain;charset=UTF-8'}, '{{'],
  ] as const) {
    const answer = await page.request.post(page.url(), {headers: {...headers, origin}, data})
    expect(answer.status(), data).toBe(400)
  }
  expect(await lettersTo(page, school.mailbox)).toEqual([])
})

test('a form that was not sent from this site is refused', async ({plain, publishSchool}) => {
  const school = await publishSchool()
  const {page} = await plain()
  await open(page, school)
  const hidden = await page
    .locator('form input[name^="$ACTION"]')
    .evaluateAll((inputs) =>
      inputs.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']),
    )
  const multipart = {
    ...Object.fromEntries(hidden),
    name: 'A',
    email: school.sender,
    message: 'From elsewhere',
    school: school.id,
  }
  const own = new URL(page.url()).origin
  const strangers: {[name: string]: string}[] = [
    {},
    {origin: 'https://evil.example'},
    {origin: 'null'},
    {origin: own, 'sec-fetch-site': 'cross-site'},
    {origin: own, 'sec-fetch-site': 'same-site'},
  ]
  // The form of one page can be posted to every other.
  for (const path of [`${school.path}/talk`, '/', '/schools', school.path]) {
    for (const headers of strangers) {
      const answer = await page.request.post(path, {headers, multipart})
      expect(answer.status(), `${path} ${JSON.stringify(headers)}`).toBeGreaterThanOrEqual(400)
    }
  }
  const large = {...multipart, message: 'x'.repeat(300_000)}
  const refused = await page.request.post(`${school.path}/talk`, {headers: {origin: own}, multipart: large})
  expect(refused.status()).toBe(413)
  expect(await lettersTo(page, school.mailbox)).toEqual([])
  const taken = await page.request.post(`${school.path}/talk`, {
    headers: {origin: own, 'x-forwarded-for': someAddress()},
    multipart,
    maxRedirects: 0,
  })
  expect(taken.status(), 'the same form from this site').toBe(303)
})

test('the mailbox of a school is on no page unless the school shows it', async ({
  publishSchool,
  request,
  lake,
}) => {
  const school = await publishSchool()
  const paths = ['', '/talk', '/talk/sent', '/talk/sent-without-copy'].map((below) => school.path + below)
  for (const path of paths) {
    const kinds: {[name: string]: string}[] = [{}, {rsc: '1'}]
    for (const headers of kinds) {
      const answer = await request.get(path, {headers})
      expect(answer.status(), path).toBe(200)
      expect(await answer.text(), path).not.toContain(school.mailbox)
    }
  }
  await lake.patch(school.id).set({'contactRoute.showEmail': true}).commit()
  await untilChanged(request, school.path, {with: `mailto:${school.mailbox}`})
})

for (const [which, fields, words] of [
  ['has no route', {contactRoute: null}, 'Call'],
  [
    'is called',
    {contactRoute: {_type: 'contactRoute', kind: 'telephone', telephone: '01632 960177'}},
    '01632 960177',
  ],
  ['has left', {status: 'left'}, 'no longer part of our Trust'],
] as const) {
  test(`a school that ${which} has no form, and says how else to reach it`, async ({
    plain,
    publishSchool,
  }) => {
    const school = await publishSchool(fields)
    const {page} = await plain()
    await open(page, school)
    await expect(page.getByRole('main')).toContainText(words)
    await expect(page.getByRole('button')).toHaveCount(0)
    await expectAccessibleWithoutScript(page, `the page of a school that ${which}`)
    await page.goto(school.path)
    await expect(page.getByRole('link', {name: /Write to/})).toHaveCount(0)
  })
}

test('words are kept when the school closes its form while they are written', async ({
  plain,
  publishSchool,
  lake,
  request,
}) => {
  const school = await publishSchool()
  const {page} = await plain()
  await open(page, school)
  await changeNetwork(page)
  await type(page, {...complete, 'Your e-mail address': school.sender})
  await lake.patch(school.id).unset(['contactRoute']).commit()
  await untilChanged(request, `${school.path}/talk`, {without: '<form'})
  expect((await send(page)).status()).toBe(503)
  await expect(page.getByRole('main')).toContainText('cannot be written to from this website')
  await expect(page.getByLabel(/These are your words/)).toHaveValue(complete['Your message'] ?? '')
  await expectAccessibleWithoutScript(page, 'the closed form')
  expect(await lettersTo(page, school.mailbox)).toEqual([])
})

test('the form works with script too', async ({page, publishSchool}) => {
  const school = await publishSchool()
  await changeNetwork(page)
  await open(page, school)
  await changeNetwork(page)
  await type(page, {...complete, 'Your e-mail address': ''})
  await send(page)
  await expect(page.getByRole('region', {name: 'There is a problem'})).toBeFocused()
  await expect(field(page, 'Your message')).toHaveValue(complete['Your message'] ?? '')
  await field(page, 'Your e-mail address').fill(school.sender)
  await send(page)
  await page.waitForURL(`**${school.path}/talk/sent`)
  await expect(page.getByRole('heading', {level: 1})).toHaveText('Your message has been sent')
  await expect(page.locator('h1')).toHaveCount(1)
  await expect(page.locator('[id=content]')).toHaveCount(1)
  expect(await lettersTo(page, school.mailbox)).toHaveLength(1)
})

test('the outbox is for this machine alone', async ({page, request}) => {
  const answer = await page.goto('/outbox')
  expect(answer?.status()).toBe(200)
  expect(await page.locator('script').count()).toBe(0)
  await expectAccessibleWithoutScript(page, 'the outbox')
  const others: {[name: string]: string}[] = [
    {'x-forwarded-for': '203.0.113.7'},
    {'x-forwarded-for': '203.0.113.7', 'x-visitor-address': '127.0.0.1'},
    {host: 'rebound.example'},
  ]
  for (const headers of others) expect((await request.get('/outbox', {headers})).status()).toBe(404)
})
