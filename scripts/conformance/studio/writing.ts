import {readdirSync} from 'node:fs'
import path from 'node:path'
import {expect} from '@playwright/test'
import {
  addSection,
  chooseReference,
  closeDialogue,
  fieldInput,
  openInStudio,
  openSection,
  publish,
} from '../../../__tests__/browser/support/studio.ts'
import {
  type Desk,
  expectGone,
  expectStored,
  publishedPage,
  retype,
  someWords,
  textSection,
  typeWords,
} from './desk.ts'

/** A new page: title, address, summary, text with bold words, a link to another page; then published. */
export async function writePage(desk: Desk): Promise<void> {
  const {page} = desk
  const id = desk.newId()
  const [title, summary] = [`${someWords(desk, 3)} ${id}`, someWords(desk, 12)]
  await openInStudio(page, 'page', id)
  await retype(desk, page, fieldInput(page, 'title'), title)
  await page.getByTestId('field-slug').getByRole('button', {name: 'Generate'}).click()
  await expect(fieldInput(page, 'slug')).not.toHaveValue('')
  await retype(desk, page, fieldInput(page, 'summary'), summary)

  const [plain, bold, last] = [someWords(desk, 6), someWords(desk, 2), someWords(desk, 9)]
  const text = await addSection(page, 'Text')
  const editor = text.locator('[contenteditable="true"]').first()
  await editor.click()
  await typeWords(desk, page, `${plain} `)
  await page.keyboard.press('Control+b')
  await typeWords(desk, page, bold)
  await page.keyboard.press('Control+b')
  await page.keyboard.press('Enter')
  await typeWords(desk, page, last)
  await expect(editor).toContainText(last)
  await closeDialogue(text)

  const action = await addSection(page, 'Call to action')
  const label = someWords(desk, 3)
  await retype(desk, page, action.locator('[data-testid$=".label"]').first().locator('input'), label)
  await chooseReference(page, action, 'Joining the Trust')
  await closeDialogue(action)

  const content = {
    title,
    summary,
    sections: [
      {
        _type: 'richTextSection',
        body: [
          {
            children: [
              {text: `${plain} `, marks: []},
              {text: bold, marks: ['strong']},
            ],
          },
          {children: [{text: last, marks: []}]},
        ],
      },
      {
        _type: 'callToActionSection',
        label,
        target: {linkType: 'internal', page: {_type: 'reference', _ref: expect.any(String)}},
      },
    ],
  }
  await expectStored(desk, `drafts.${id}`, content)
  await publish(page)
  await expectStored(desk, id, content)
  await expectGone(desk, `drafts.${id}`)
}

/** A new school, in every kind of field that has no dialogue. */
export async function fillSchool(desk: Desk): Promise<void> {
  const {page, random} = desk
  const id = desk.newId()
  await openInStudio(page, 'school', id)
  await page.getByRole('tab', {name: 'All fields'}).click()
  const texts = {
    name: `${someWords(desk, 2)} ${id}`,
    urn: String(900_000 + random(99_999)),
    headteacher: someWords(desk, 2),
    'address.street': `${1 + random(99)} ${someWords(desk, 2)}`,
    'address.town': someWords(desk, 1),
    website: `https://${id}.example/?a=1`,
    telephone: '01632 960123',
    'ages.from': '4',
    'ages.to': String(11 + random(8)),
    'location.lat': '53.25',
    'location.lng': '-1.5',
  }
  for (const [name, words] of Object.entries(texts)) await retype(desk, page, fieldInput(page, name), words)
  await retype(desk, page, fieldInput(page, 'joinedOn'), '28/02/2021')
  await page.keyboard.press('Tab')
  await page.getByTestId('field-phase').locator('select').selectOption({label: 'Primary'})
  await page.getByTestId('field-status').getByRole('radio').nth(1).check()
  const asked = page.getByRole('checkbox')
  await asked.press('Space')
  await expect(asked).toBeChecked()
  const words = someWords(desk, 10)
  await page.getByTestId('field-ownWords').locator('[contenteditable="true"]').first().click()
  await typeWords(desk, page, words)
  await expectStored(desk, `drafts.${id}`, {
    name: texts.name,
    urn: texts.urn,
    headteacher: texts.headteacher,
    address: {street: texts['address.street'], town: texts['address.town']},
    website: texts.website,
    telephone: texts.telephone,
    ages: {from: 4, to: Number(texts['ages.to'])},
    location: {_type: 'geopoint', lat: 53.25, lng: -1.5},
    joinedOn: '2021-02-28',
    phase: 'primary',
    status: expect.stringMatching(/^(?!in-trust)/),
    happyToBeAsked: true,
    ownWords: [{_type: 'block', children: [{text: words}]}],
  })
}

/** Sections of a page are duplicated, removed and added. */
export async function arrangeSections(desk: Desk): Promise<void> {
  const {page, lake} = desk
  const id = await publishedPage(desk, someWords(desk, 3))
  const sections = ['Alpha', 'Beta', 'Gamma'].map((name) => textSection(name.toLowerCase(), `${name} words.`))
  await lake.patch(id).set({sections}).commit()
  await openInStudio(page, 'page', id)
  const field = page.getByTestId('field-sections')
  await field.getByTestId('array-item-menu-button').nth(1).click()
  await page.getByRole('menuitem', {name: 'Duplicate'}).click()
  // The Studio opens the copy.
  await closeDialogue(page.getByTestId('nested-object-dialog'))
  await expect(field.getByText('Beta words.')).toHaveCount(2)
  await field.getByTestId('array-item-menu-button').first().click()
  await page.getByRole('menuitem', {name: 'Remove'}).click()
  await expect(field.getByText('Alpha words.')).toHaveCount(0)
  const dialogue = await addSection(page, 'Schools')
  await closeDialogue(dialogue)
  const text = (words: string) => ({_type: 'richTextSection', body: [{children: [{text: words}]}]})
  const left = [text('Beta words.'), text('Beta words.'), text('Gamma words.'), {_type: 'schoolsSection'}]
  await expectStored(desk, `drafts.${id}`, {sections: left})
  const keys = await lake.fetch<string[]>('*[_id == $id][0].sections[]._key', {id: `drafts.${id}`})
  expect(new Set(keys).size).toBe(4)
}

const images = path.resolve(import.meta.dirname, '../../../sanity/content/images')

/** A picture is uploaded, and cut from the left. */
export async function cutPicture(desk: Desk): Promise<void> {
  const {page, lake, random} = desk
  const id = await publishedPage(desk, someWords(desk, 3))
  const picture = {_type: 'picture', alt: 'A school'}
  await lake
    .patch(id)
    .append('sections', [{_key: 'shown', _type: 'pictureSection', picture}])
    .commit()
  await openInStudio(page, 'page', id)
  const dialogue = await openSection(page, 'A school')
  const files = readdirSync(images).filter((file) => file.endsWith('.webp'))
  const file = path.join(images, files[random(files.length)] ?? '')
  await dialogue.locator('input[type="file"]').first().setInputFiles(file)
  await dialogue.getByTestId('options-menu-edit-details').click({timeout: 20_000})
  const tool = page.getByRole('dialog').filter({hasText: 'Edit hotspot and crop'}).locator('svg').last()
  await expect.poll(async () => (await tool.boundingBox())?.width ?? 0).toBeGreaterThan(200)
  const box = await tool.boundingBox()
  if (!box) throw new Error('The tool for cutting is not shown.')
  await page.mouse.move(box.x + 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 4, box.y + box.height / 2, {steps: 8})
  await page.mouse.up()
  const crop = `*[_id == $id][0].sections[_key == "shown"][0].picture.crop.left`
  await expect.poll(() => lake.fetch<number | null>(crop, {id: `drafts.${id}`})).toBeGreaterThan(0.15)
  await page.getByRole('button', {name: /close/i}).last().click()
  const asset = {_ref: expect.stringMatching(/^image-[0-9a-f]{40}-\d+x\d+-webp$/)}
  await expectStored(desk, `drafts.${id}`, {
    sections: [{_key: 'words'}, {_key: 'shown', picture: {alt: 'A school', asset}}],
  })
}
