import type {Locator, Page} from '@playwright/test'
import {expect} from './test.ts'

/** Opens a document in the Studio as a link from a colleague would, and waits until it can be edited. */
export async function openInStudio(page: Page, type: string, id: string): Promise<void> {
  await page.goto(`/studio/intent/edit/id=${id};type=${type}/`)
  await expect(page.getByTestId('form-view')).toBeVisible({timeout: 40_000})
}

/** The text box of a plain field. */
export function fieldInput(page: Page, name: string): Locator {
  return page.getByTestId(`field-${name}`).locator('input, textarea').first()
}

/** Replaces the words of a plain field, and waits until the lake has kept them. */
export async function writeField(page: Page, name: string, words: string): Promise<void> {
  const input = fieldInput(page, name)
  await expect(input).toBeEditable({timeout: 20_000})
  await input.fill(words)
}

/** Opens one section of a page by the words that its row shows, and returns the dialogue. */
export async function openSection(page: Page, words: string): Promise<Locator> {
  await page.getByTestId('field-sections').getByText(words, {exact: false}).first().click()
  const dialogue = page.getByTestId('nested-object-dialog')
  await expect(dialogue).toBeVisible()
  return dialogue
}

/** Presses Publish as soon as the Studio offers it, and waits until there is nothing left to publish. */
export async function publish(page: Page): Promise<void> {
  const button = page.getByTestId('action-publish')
  await expect(button).toBeEnabled({timeout: 20_000})
  await button.click()
  await expect(button).toBeDisabled({timeout: 20_000})
}
