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

/**
 * Presses Publish as soon as the Studio offers it, and waits until there is nothing left to publish. On a busy machine the
 * Studio may ask for a second press, because what was typed is not saved and checked yet.
 */
export async function publish(page: Page): Promise<void> {
  const button = page.getByTestId('action-publish')
  await expect(button).toBeEnabled({timeout: 20_000})
  await expect(async () => {
    if (await button.isEnabled()) await button.click()
    await expect(button).toBeDisabled()
    // While it is checked, and while it is published, the button cannot be pressed either.
    await expect(button).not.toContainText('…', {timeout: 20_000})
    await expect(button).toBeDisabled({timeout: 1_000})
  }).toPass({timeout: 60_000})
}

/** Adds a section of a page by its name in the menu, and returns the dialogue in which it is filled in. */
export async function addSection(page: Page, name: string): Promise<Locator> {
  await page
    .getByTestId('field-sections')
    .getByRole('button', {name: /add item/i})
    .click()
  await page.getByRole('menuitem', {name, exact: true}).click()
  const dialogue = page.getByTestId('nested-object-dialog')
  await expect(dialogue).toBeVisible()
  return dialogue
}

/** Closes the dialogue of a section with the button that staff see. */
export async function closeDialogue(dialogue: Locator): Promise<void> {
  await dialogue.getByRole('button', {name: 'Close dialog'}).click()
  await expect(dialogue).toBeHidden()
}

/** Looks for a document by its words in the box of a reference, and chooses it. */
export async function chooseReference(page: Page, within: Locator, words: string): Promise<void> {
  await within.getByTestId('autocomplete').fill(words)
  await page.getByTestId('autocomplete-popover').getByRole('option').filter({hasText: words}).first().click()
}

/**
 * Opens the panel in which the Studio lists what keeps a document from being published, and returns it.
 * @param id - null for the settings, of which there is one
 */
export async function openProblems(page: Page, type: string, id: string | null): Promise<Locator> {
  const pane = id === null ? type : `${type};${id}`
  await page.goto(`/studio/structure/${pane}%2Cinspect%3Dsanity%252Fstructure%252Fvalidation`)
  await expect(page.getByTestId('form-view')).toBeVisible({timeout: 40_000})
  const panel = page.locator('header', {hasText: 'What is wrong'}).locator('..')
  await expect(panel).toBeVisible()
  return panel
}
