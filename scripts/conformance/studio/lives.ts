import {expect} from '@playwright/test'
import {fieldInput, openInStudio, publish} from '../../../__tests__/browser/support/studio.ts'
import {chooseAction, type Desk, expectGone, expectStored, publishedPage, retype, someWords} from './desk.ts'

/** A page is changed and published, changed and left as it was, taken off the site, and put back. */
export async function publishAndUnpublish(desk: Desk): Promise<void> {
  const {page} = desk
  const id = await publishedPage(desk, someWords(desk, 3))
  const [second, third] = [someWords(desk, 4), someWords(desk, 4)]
  await openInStudio(page, 'page', id)
  const title = fieldInput(page, 'title')
  await retype(desk, page, title, second)
  await expectStored(desk, `drafts.${id}`, {title: second})
  await publish(page)
  await expectStored(desk, id, {title: second})
  await expectGone(desk, `drafts.${id}`)

  await retype(desk, page, title, third)
  await expectStored(desk, `drafts.${id}`, {title: third})
  await chooseAction(page, /discard/i)
  await page
    .getByRole('button', {name: /discard|confirm/i})
    .last()
    .click()
  await expectGone(desk, `drafts.${id}`)
  await expect(title).toHaveValue(second)

  await chooseAction(page, 'Unpublish')
  await page.getByRole('button', {name: 'Unpublish now'}).click()
  await expectGone(desk, id)
  await expectStored(desk, `drafts.${id}`, {title: second})
  await publish(page)
  await expectStored(desk, id, {title: second})
  await expectGone(desk, `drafts.${id}`)
}

/** A page is duplicated, and the copy is deleted. */
export async function duplicateAndDelete(desk: Desk): Promise<void> {
  const {page, lake} = desk
  const title = `${someWords(desk, 2)} ${desk.newId()}`
  const id = await publishedPage(desk, title)
  await openInStudio(page, 'page', id)
  await chooseAction(page, 'Duplicate')
  await expect(fieldInput(page, 'title')).toHaveValue(`Copy of ${title}`, {timeout: 20_000})
  const copies = '*[title == $title]._id'
  const find = () => lake.fetch<string[]>(copies, {title: `Copy of ${title}`})
  await expect.poll(find).toHaveLength(1)
  const [copy = ''] = await find()
  expect(copy).toMatch(/^drafts\./)
  await expectStored(desk, copy, {sections: [{body: [{children: [{text: 'The first words.'}]}]}]})
  await chooseAction(page, 'Delete')
  await page
    .getByRole('button', {name: /delete/i})
    .last()
    .click()
  await expectGone(desk, copy)
  await expectStored(desk, id, {title})
}

/** Of three published versions the second is looked at and restored. */
export async function restoreVersion(desk: Desk): Promise<void> {
  const {page} = desk
  const id = await publishedPage(desk, someWords(desk, 3))
  await openInStudio(page, 'page', id)
  const titles = [`Second ${someWords(desk, 3)}`, `Third ${someWords(desk, 3)}`]
  for (const title of titles) {
    await retype(desk, page, fieldInput(page, 'title'), title)
    await expectStored(desk, `drafts.${id}`, {title})
    await publish(page)
  }
  const [second = ''] = titles
  await page.getByTestId('pane-context-menu-button').last().click()
  await page.getByTestId('action-history').click()
  await page.getByTestId('timeline-item-button').filter({hasText: 'Published'}).nth(1).click()
  await expect(fieldInput(page, 'title')).toHaveValue(second, {timeout: 20_000})
  await page.getByRole('button', {name: 'Revert to revision'}).click()
  await page.getByRole('button', {name: 'Confirm'}).click()
  await expectStored(desk, `drafts.${id}`, {title: second})
  await publish(page)
  await expectStored(desk, id, {title: second})
  await expectGone(desk, `drafts.${id}`)
}
