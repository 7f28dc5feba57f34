import {openInStudio, openSection, publish, writeField} from './support/studio.ts'
import {expect, test} from './support/studio-test.ts'

test('a sentence changed in the Studio reaches a visitor as soon as it is published', async ({
  page,
  publishPage,
  request,
}) => {
  const made = await publishPage('A page to change', 'The sentence before.')
  const address = `/${made.slug.current}`
  await expect.poll(async () => (await request.get(address)).text()).toContain('The sentence before.')

  await openInStudio(page, 'page', made._id)
  const dialogue = await openSection(page, 'The sentence before.')
  const editor = dialogue.locator('[contenteditable="true"]')
  await editor.click()
  await page.keyboard.press('End')
  await page.keyboard.type(' And one more.')
  await expect(editor).toContainText('The sentence before. And one more.')
  expect(await (await request.get(address)).text()).not.toContain('And one more.')
  await page.keyboard.press('Escape')

  await publish(page)
  await expect
    .poll(async () => (await request.get(address)).text(), {intervals: [50]})
    .toContain('The sentence before. And one more.')
})

test('a draft that is discarded leaves the page as it was', async ({page, publishPage, lake, request}) => {
  const made = await publishPage('A page to keep', 'As it was.')
  await openInStudio(page, 'page', made._id)
  await writeField(page, 'title', 'A title on second thoughts')
  const draft = () => lake.getDocument(`drafts.${made._id}`)
  await expect.poll(async () => (await draft())?.title).toBe('A title on second thoughts')

  // Judged by the state before the last key, the page would go out without a title.
  await writeField(page, 'title', '')
  await page.keyboard.press('Control+Alt+p')
  await expect(page.getByText('Something has to be put right first. What, and why, is listed')).toBeVisible()

  await page.getByTestId('action-menu-button').click()
  await page.getByRole('menuitem', {name: /discard/i}).click()
  await page
    .getByRole('button', {name: /discard|confirm/i})
    .last()
    .click()
  await expect.poll(draft).toBeFalsy()
  expect((await lake.getDocument(made._id))?.title).toBe('A page to keep')
  expect(await (await request.get(`/${made.slug.current}`)).text()).not.toContain('second thoughts')
})

test('two editors in one document see each other’s words, and lose none', async ({
  page,
  browser,
  publishPage,
  lake,
  baseURL,
}) => {
  const made = await publishPage('Shared', 'Both write here.')
  const other = await (await browser.newContext({baseURL})).newPage()
  await openInStudio(page, 'page', made._id)
  await openInStudio(other, 'page', made._id)

  await writeField(page, 'title', 'Written by the first')
  await expect(other.getByTestId('field-title').locator('input')).toHaveValue('Written by the first')
  await writeField(other, 'summary', 'Written by the second')
  await expect(page.getByTestId('field-summary').locator('textarea')).toHaveValue('Written by the second')

  await expect
    .poll(async () => lake.getDocument(`drafts.${made._id}`))
    .toMatchObject({title: 'Written by the first', summary: 'Written by the second'})
  await other.context().close()
})
