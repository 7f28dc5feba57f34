import {expect} from '@playwright/test'
import {fieldInput, openInStudio} from '../../../__tests__/browser/support/studio.ts'
import {type Desk, expectStored, publishedPage, retype, someWords} from './desk.ts'

/** Two editors write into one page at the same time, see each other's words, and see that the other one is there. */
export async function writeTogether(desk: Desk): Promise<void> {
  const {page, colleague} = desk
  const id = await publishedPage(desk, someWords(desk, 3))
  await openInStudio(page, 'page', id)
  await openInStudio(colleague, 'page', id)
  const [title, summary] = [someWords(desk, 8), someWords(desk, 14)]
  await Promise.all([
    retype(desk, page, fieldInput(page, 'title'), title),
    retype(desk, colleague, fieldInput(colleague, 'summary'), summary),
  ])
  await expect(fieldInput(colleague, 'title')).toHaveValue(title, {timeout: 20_000})
  await expect(fieldInput(page, 'summary')).toHaveValue(summary, {timeout: 20_000})
  await expect(page.locator('[data-ui="Avatar"][data-arrow-position]').first()).toBeVisible()
  await expectStored(desk, `drafts.${id}`, {title, summary})
  await colleague.goto('about:blank')
}

/** A page is found by its title, in the search of the Studio and in the list of pages. */
export async function findPage(desk: Desk): Promise<void> {
  const {page, lake} = desk
  const title = `Findable ${desk.newId().replaceAll('-', '')}`
  const id = await publishedPage(desk, title)
  await page.goto('/studio/structure/page')
  await expect(page.getByTestId('studio-search')).toBeVisible({timeout: 40_000})
  const search = page
    .getByRole('searchbox')
    .or(page.getByPlaceholder(/search list/i))
    .first()
  await search.fill(title)
  await expect(page.getByRole('link', {name: title})).toHaveCount(1, {timeout: 20_000})
  await page.getByTestId('studio-search').click()
  await page.keyboard.type(title)
  await page.getByTestId('search-results').getByRole('option').first().click()
  await expect(fieldInput(page, 'title')).toHaveValue(title, {timeout: 20_000})
  expect(await lake.fetch('*[_id == $id][0].title', {id})).toBe(title)
  await expectStored(desk, id, {title})
}

/** The list of pages stands in each order that staff can choose, as the lake has it. */
export async function orderPages(desk: Desk): Promise<void> {
  const {page, lake} = desk
  for (const [choice, order] of [
    ['Sort by Title', 'lower(title) asc'],
    ['Sort by Address', 'lower(slug.current) asc'],
    ['Sort by Last Edited', '_updatedAt desc'],
  ] as const) {
    await page.goto('/studio/structure/page')
    const menu = page.getByTestId('pane-context-menu-button').last()
    await expect(menu).toBeVisible({timeout: 40_000})
    await menu.click()
    await page.getByRole('menuitem', {name: choice}).click()
    const query = `*[_type == "page"] | order(${order}, _id)[0...3].title`
    const first = await lake.fetch<string[]>(query, {}, {perspective: 'drafts'})
    const shown = page
      .getByTestId('pane')
      .last()
      .getByTestId(/^pane-item-/)
    for (const [index, title] of first.entries()) {
      await expect(shown.nth(index)).toContainText(title, {timeout: 20_000})
    }
  }
}
