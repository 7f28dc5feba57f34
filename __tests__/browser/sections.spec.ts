import {randomUUID} from 'node:crypto'
import type {Locator, Page} from '@playwright/test'
import {addSection, chooseReference, closeDialogue, publish, writeField} from './support/studio.ts'
import {expect, test} from './support/studio-test.ts'

/** Types into an editor of text as soon as it takes words. */
async function write(page: Page, within: Locator, words: string) {
  const editor = within.locator('[contenteditable="true"]').first()
  await editor.click()
  await page.keyboard.type(words)
  await expect(editor).toContainText(words)
}

/** The one field of a dialogue that is named so, below whatever it is nested in. */
const field = (within: Locator, name: string) => within.locator(`[data-testid$=".${name}"]`).first()

/** How staff fill in each section, and what visitors then read. */
const sections: {name: string; fill: (page: Page, dialogue: Locator) => Promise<void>; read: string}[] = [
  {name: 'Text', fill: (page, dialogue) => write(page, dialogue, 'Typed by hand.'), read: 'Typed by hand.'},
  {
    name: 'Testimonials',
    fill: async (page, dialogue) => {
      // What the section needs is seen without scrolling: an introduction, which may stay empty, stands below it.
      await expect(dialogue.getByRole('button', {name: /add item/i})).toBeInViewport()
      await dialogue.getByRole('button', {name: /add item/i}).click()
      await chooseReference(page, dialogue, 'It is still our village school.')
    },
    read: 'It is still our village school.',
  },
  {
    name: 'Benefit claims',
    fill: async (page, dialogue) => {
      await dialogue.getByRole('button', {name: /add item/i}).click()
      await chooseReference(page, dialogue, 'It is more possible to be efficient')
    },
    read: 'It is more possible to be efficient',
  },
  {name: 'Schools', fill: async () => {}, read: 'Saltmarket Academy'},
  {
    name: 'Call to action',
    fill: async (page, dialogue) => {
      await field(dialogue, 'label').locator('input').fill('Come and see us')
      await chooseReference(page, dialogue, 'Joining the Trust')
    },
    read: 'href="/joining">Come and see us',
  },
  {
    name: 'Link to a resource',
    fill: async (page, dialogue) => {
      await write(page, dialogue, 'Look any school up here:')
      await chooseReference(page, dialogue, 'Get Information about Schools')
    },
    read: 'Look any school up here:',
  },
  {
    name: 'Picture',
    fill: async (_page, dialogue) => {
      await dialogue
        .locator('input[type="file"]')
        .first()
        .setInputFiles('sanity/content/images/valley-of-schools.webp')
      await expect(dialogue.getByTestId('options-menu-edit-details')).toBeVisible()
      await field(dialogue, 'alt').locator('input').fill('A valley with nine schools')
    },
    read: 'alt="A valley with nine schools"',
  },
  {name: 'Contact', fill: async () => {}, read: 'Get in touch'},
]

test('a page is made in the Studio, section by section, and visitors read it once it is published', async ({
  page,
  lake,
  request,
}) => {
  // Every section is filled in by hand, which takes some seconds for each on a busy machine.
  test.setTimeout(240_000)
  const slug = `test-${randomUUID()}`
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.goto('/studio/structure/page')
  await page.getByTestId('action-intent-button').click()
  await expect(page.getByTestId('form-view')).toBeVisible({timeout: 40_000})
  await writeField(page, 'title', 'Made by hand')
  await writeField(page, 'slug', slug)
  for (const {name, fill} of sections) {
    const dialogue = await addSection(page, name)
    await fill(page, dialogue)
    await closeDialogue(dialogue)
  }
  await expect(page.getByTestId('field-sections')).toContainText('1 testimonial: Parent of two pupils')
  expect((await request.get(`/${slug}`)).status()).toBe(404)
  await publish(page)
  const read = async () => (await request.get(`/${slug}`)).text()
  await expect.poll(read).toContain('Made by hand')
  const html = await read()
  for (const {name, read: words} of sections) expect(html, name).toContain(words)

  // Beside Publish the form says where visitors find the page, and what they do not see of it.
  const footer = page.getByTestId('pane-footer')
  await expect(footer).toContainText(`/${slug}, but nothing leads there`)
  const link = {_type: 'link', linkType: 'external'}
  await lake
    .patch({query: '*[slug.current == $slug]', params: {slug}})
    .append('sections', [{_key: 'nowhere', _type: 'callToActionSection', label: 'Go on', target: link}])
    .commit()
  await expect(footer).toContainText('1 thing held back')
  expect(errors).toEqual([])
  // An open form would write its draft again.
  await page.goto('about:blank')
  await lake.delete({query: '*[slug.current == $slug]', params: {slug}})
})
