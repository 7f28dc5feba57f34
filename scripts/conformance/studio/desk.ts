import {expect, type Locator, type Page} from '@playwright/test'
import type {SanityClient} from '@sanity/client'
import {pick, type Random} from '#sanity/lake/store/testing/random.ts'
import type {JsonObject} from '#sanity/lake/types.ts'

/** What one piece of work at the Studio has at hand. */
export type Desk = {
  page: Page
  /** A second editor, in a browser of their own. */
  colleague: Page
  lake: SanityClient
  random: Random
  /** What each document has to hold when everything is over; null for one that has to be gone. */
  expected: Map<string, JsonObject | null>
  /** A new id, which no other piece of work has. */
  newId: () => string
  /** Counts the keys that were pressed. */
  onKeys: (count: number) => void
}

export type PieceOfWork = (desk: Desk) => Promise<void>

const vocabulary: [string, ...string[]] = [
  'tide',
  'harbour',
  'lantern',
  'oak',
  'river',
  'bell',
  'meadow',
  'stone',
  'école',
  'naïve',
  '“quoted”',
  'half-term',
  '42',
  'it’s',
  'A&B',
  'bridge',
  'copper',
  'window',
]

/** Words that mean nothing, some of them hard to type. */
export function someWords({random}: Pick<Desk, 'random'>, count: number): string {
  return Array.from({length: count}, () => pick(random, vocabulary)).join(' ')
}

/** Types like a person, quickly and unevenly, where the caret is. */
export async function typeWords({random, onKeys}: Desk, page: Page, words: string): Promise<void> {
  for (const character of words) {
    await page.keyboard.type(character)
    if (random(4) === 0) await page.waitForTimeout(random(60))
  }
  onKeys(words.length)
}

/** Replaces the words of a plain input key by key, and makes sure that every key has arrived in it. */
export async function retype(desk: Desk, page: Page, input: Locator, words: string): Promise<void> {
  await expect(input).toBeEditable({timeout: 20_000})
  await input.click()
  await page.keyboard.press('Control+a')
  await typeWords(desk, page, words)
  await expect(input).toHaveValue(words)
}

/** Waits until the lake has a document as expected, and remembers it for the end. */
export async function expectStored({lake, expected}: Desk, id: string, content: JsonObject): Promise<void> {
  await expect.poll(() => lake.getDocument(id), {timeout: 20_000}).toMatchObject(content)
  expected.set(id, content)
}

/** Waits until the lake no longer has a document, and remembers that for the end. */
export async function expectGone({lake, expected}: Desk, id: string): Promise<void> {
  await expect.poll(async () => (await lake.getDocument(id)) ?? null, {timeout: 20_000}).toBeNull()
  expected.set(id, null)
}

/** Chooses an action of a document from the menu beside Publish. */
export async function chooseAction(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByTestId('pane-footer').getByTestId('action-menu-button').last()
  await expect(button).toBeEnabled({timeout: 20_000})
  await button.click()
  await page.getByRole('menuitem', {name}).click()
}

/** A page with one section of text, published without the Studio. */
export async function publishedPage(desk: Desk, title: string): Promise<string> {
  const id = desk.newId()
  await desk.lake.create({
    _id: id,
    _type: 'page',
    title,
    slug: {_type: 'slug', current: id},
    summary: 'Made by a test.',
    sections: [textSection('words', 'The first words.')],
  })
  return id
}

export function textSection(_key: string, text: string): JsonObject {
  const children = [{_key: 'span', _type: 'span', text, marks: []}]
  const body = [{_key: 'paragraph', _type: 'block', style: 'normal', markDefs: [], children}]
  return {_key, _type: 'richTextSection', body}
}
