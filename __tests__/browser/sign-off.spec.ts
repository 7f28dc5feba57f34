import {randomUUID} from 'node:crypto'
import type {Page} from '@playwright/test'
import {expectAccessibleWithoutScript, someAddress} from './support/enquiry.ts'
import {untilChanged, untilSettled} from './support/freshness.ts'
import {letterTo} from './support/sign-off.ts'
import {openInStudio, publish} from './support/studio.ts'
import {expect, test} from './support/test.ts'

const id = `test-${randomUUID()}`
const email = `head@${id}.example`
const words = `“We were asked first, ${id}.”`
const schoolPath = `/schools/${id}-school`

test.beforeEach(async ({lake}) => {
  await lake
    .transaction()
    .createOrReplace({
      _id: `${id}-school`,
      _type: 'school',
      name: 'The School That Is Asked',
      slug: {_type: 'slug', current: `${id}-school`},
      urn: '900001',
      phase: 'primary',
      status: 'in-trust',
    })
    .createOrReplace({
      _id: `testimonialProof.${id}`,
      _type: 'testimonialProof',
      saidBy: 'Somebody',
      receivedHow: 'A letter',
      contactDetails: 'The school',
      permissionGivenOn: '2020-01-01',
    })
    .createOrReplace({
      _id: `drafts.${id}`,
      _type: 'testimonial',
      quotation: words,
      attribution: {kind: 'role', text: 'Headteacher'},
      school: {_type: 'reference', _ref: `${id}-school`},
    })
    .commit()
})

test.afterEach(async ({lake}) => {
  const params = {ids: [id, `drafts.${id}`, `testimonialProof.${id}`]}
  await lake.delete({query: '*[_id in $ids]', params})
  await lake.delete(`${id}-school`)
})

const badge = (page: Page, name: string) => page.getByTestId('pane-footer').getByText(name, {exact: true})

/** By keyboard alone: the focus is where it is of use, stays in the dialogue, and goes back to what opened it. */
async function requestInStudio(page: Page): Promise<void> {
  const menu = page.getByTestId('action-menu-button')
  await menu.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', {name: 'Request sign-off'}).press('Enter')
  const dialog = page.getByRole('dialog', {name: 'Request sign-off'})
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('Give the name of person 1.')
  await expect(dialog.getByRole('alert')).toBeFocused()
  await dialog.getByLabel('Name').fill('Ada Penrose')
  await page.keyboard.press('Escape')
  const leaving = page.getByRole('dialog', {name: 'Close without sending?'})
  await expect(leaving.getByRole('button', {name: 'Go on writing'})).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(leaving).toHaveCount(0)
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await dialog.getByLabel(/E-mail address/).fill(email)
  await dialog.getByLabel('The same address again').fill(email)
  await dialog.getByLabel(/Why do you ask/).fill('For the page of your school.')
  await dialog.getByRole('button', {name: 'Send', exact: true}).press('Enter')
  await expect(dialog.getByRole('status')).toContainText(
    `A letter with the link went to Ada Penrose, ${email}.`,
  )
  await expect(dialog.locator(':focus').filter({hasText: 'A letter with the link'})).toBeVisible()
  await dialog.getByRole('button', {name: 'Done'}).press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(menu).toBeFocused()
}

/** From the list of what needs attention, which points to that of sign-offs, to the document, and past the school. */
async function overrideInStudio(page: Page): Promise<void> {
  await page.getByRole('link', {name: 'Needs attention'}).click()
  await page.getByRole('link', {name: 'Words that no school has agreed to'}).click()
  await page.getByRole('link', {name: 'A testimonial about The School That Is Asked'}).click()
  const allow = page.getByRole('button', {name: 'Allow these words …'})
  await allow.press('Enter')
  // Beside what the Studio says at the edge of its window.
  const problem = page.getByTestId('document-panel-scroller').getByRole('alert')
  await expect(problem).toHaveText('Write why this is published without the school’s agreement.')
  await expect(problem).toBeFocused()
  await page.getByLabel('Why?').fill('The school has closed.')
  const question = page.getByRole('dialog', {name: 'Publish without the school’s agreement?'})
  for (const leave of ['Escape', 'Enter']) {
    await allow.press('Enter')
    await expect(question).toContainText(`with your name and your reason, to Ada Penrose, ${email}`)
    await expect(question.getByRole('button', {name: 'Cancel'})).toBeFocused()
    await page.keyboard.press(leave)
    await expect(question).toHaveCount(0)
    await expect(allow).toBeFocused()
  }
  await expect(badge(page, 'Agreement withdrawn')).toBeVisible()
  await allow.press('Enter')
  await question.getByRole('button', {name: 'Allow these words'}).press('Enter')
  await expect(page.getByRole('status').filter({hasText: 'Told by letter'})).toContainText(email)
}

test('staff ask, a headteacher without an account or script agrees on a phone, and visitors read exactly that', async ({
  page: studio,
  browser,
  baseURL,
  request,
  lake,
}) => {
  test.slow()
  await openInStudio(studio, 'testimonial', id)
  await expect(badge(studio, 'Not signed off')).toBeVisible({timeout: 20_000})
  await studio.getByTestId('action-publish').click()
  const refusal = studio.getByRole('dialog', {name: 'Nothing was published'})
  await expect(refusal).toContainText('These words are not signed off')
  await refusal.getByRole('button', {name: /close/i}).click()
  await requestInStudio(studio)
  await expect(badge(studio, 'Waiting for an answer')).toBeVisible({timeout: 20_000})

  const context = await browser.newContext({
    ...(baseURL === undefined ? {} : {baseURL}),
    javaScriptEnabled: false,
    viewport: {width: 375, height: 700},
    extraHTTPHeaders: {'x-forwarded-for': someAddress()},
  })
  const phone = await context.newPage()
  const [, link = ''] = await letterTo(email, /(\/review\/open\/[\w-]+)/)
  const response = await phone.goto(link)
  expect(response?.headers()).toMatchObject({
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex, nofollow',
    'referrer-policy': 'strict-origin',
    'content-security-policy': expect.stringMatching(/^default-src 'none';.* frame-ancestors 'none'$/),
  })
  expect(new URL(phone.url()).pathname).toMatch(/^\/review\/[0-9a-f]{32}$/)
  await expect(
    phone.getByRole('blockquote').or(phone.locator('blockquote')).filter({hasText: words}),
  ).toBeVisible()
  await expectAccessibleWithoutScript(phone, 'the page that is read')

  await phone.getByRole('button', {name: 'Continue'}).click()
  await expect(phone.getByRole('link', {name: 'Choose yes or no.'})).toBeVisible()
  await expect(phone).toHaveTitle('Error: Are you happy with this?')
  await expectAccessibleWithoutScript(phone, 'the question without an answer')
  await phone.getByLabel('No, something should change').check()
  await phone.getByLabel('If no: what should change?').fill('Say who “we” are.')
  await phone.getByRole('button', {name: 'Continue'}).click()
  await expect(phone.getByRole('heading', {level: 1})).toHaveText('Check your answer')
  await expectAccessibleWithoutScript(phone, 'the answer once more')
  await phone.getByRole('button', {name: 'Send me the code'}).click()
  await phone.getByLabel('The six digits').fill('000000')
  await phone.getByRole('button', {name: 'Confirm my answer'}).click()
  await expect(
    phone.getByRole('link', {name: 'That is not the code in the newest e-mail. You can try 4 times more.'}),
  ).toBeVisible()
  await expectAccessibleWithoutScript(phone, 'the wrong code')

  // Each step can be gone back to and loaded again: nothing is sent twice, and nothing that was typed is lost.
  await phone.reload()
  for (const heading of ['Enter your code', 'Check your answer', 'Are you happy with this?']) {
    await phone.goBack()
    await expect(phone.getByRole('heading', {level: 1})).toHaveText(heading)
  }
  await expect(phone.getByLabel('If no: what should change?')).toHaveValue('Say who “we” are.')
  await phone.goForward()
  await phone.goForward()
  const codeOf = async (other = '') => {
    const [, code = ''] = await letterTo(email, new RegExp(`^Your code is (?!${other || 'none'})(\\d{6})`))
    return code
  }
  const first = await codeOf()
  await phone.getByLabel('The six digits').fill(first)
  await phone.getByRole('button', {name: 'Confirm my answer'}).click()
  await expect(phone.getByRole('heading', {level: 1})).toHaveText('Thank you. You asked for changes')
  await expectAccessibleWithoutScript(phone, 'the receipt of a no')
  await phone.goBack()
  await expect(phone.getByRole('heading', {level: 1})).toHaveText('Thank you. You asked for changes')
  await expect(badge(studio, 'Changes asked')).toBeVisible({timeout: 20_000})

  // What was wrong is shown, and is no part of the next answer.
  await phone.getByRole('link', {name: 'Change my answer'}).click()
  await expect(phone.getByRole('definition').filter({hasText: 'Say who “we” are.'})).toBeVisible()
  await expect(phone.getByLabel('If no: what should change?')).toHaveValue('')
  await phone.getByLabel('Yes, publish it as it is').check()
  await phone.getByRole('button', {name: 'Continue'}).click()
  await phone.getByRole('button', {name: 'Send me the code'}).click()
  const code = await codeOf(first)
  await phone.getByLabel('The six digits').fill(code)
  await phone.getByRole('button', {name: 'Confirm my answer'}).click()
  await expect(phone.getByRole('heading', {level: 1})).toHaveText('Thank you. You said yes')
  await expectAccessibleWithoutScript(phone, 'the receipt')

  await expect(badge(studio, 'Signed off')).toBeVisible({timeout: 20_000})
  await publish(studio)
  await untilChanged(request, schoolPath, {with: words})

  const receipt = await letterTo(email, /This is your receipt[\s\S]*?(\/review\/open\/[\w-]+)/)
  await phone.goto(receipt[1] ?? '')
  await phone.getByText('Withdraw my agreement').click()
  await phone.getByRole('button', {name: 'Send me the code'}).click()
  await phone.getByLabel('The six digits').fill(await codeOf(`${code}|${first}`))
  await phone.getByRole('button', {name: 'Confirm my answer'}).click()
  await expect(phone.getByRole('heading', {level: 1})).toHaveText('You have taken your agreement back')
  await untilChanged(request, schoolPath, {without: words})
  await overrideInStudio(studio)
  const [letter] = await letterTo(email, /has decided to publish this without the agreement[\s\S]*/)
  expect(letter).toContain('The school has closed.')
  expect(letter).toContain(schoolPath)
  expect(letter).not.toContain(words)
  await untilChanged(request, schoolPath, {with: words})

  await context.close()

  // Whoever may write to the dataset deletes the withdrawal, and what came after it: this machine has seen it.
  await lake.delete({
    query: '*[_type == "signOffEvent" && subject == $id && kind in ["withdrawn", "overridden"]]',
    params: {id},
  })
  await untilSettled(request, lake)
  expect(await (await request.get(schoolPath)).text()).not.toContain(words)
})

test('a link that opens nothing says one and the same, and what to do', async ({page, request}) => {
  const answers = []
  for (const token of ['x', 'A'.repeat(43), '..%2f..%2fetc', `${'A'.repeat(43)}%`]) {
    const response = await request.get(`/review/open/${token}`)
    answers.push([response.status(), (await response.text()).replaceAll(/value="[^"]*"/g, '')])
  }
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  await page.goto(`/review/open/${'A'.repeat(43)}`)
  await page.getByRole('button', {name: 'Send a new link'}).click()
  await expect(page.getByRole('status')).toContainText('a new one is on its way to the address')
})
