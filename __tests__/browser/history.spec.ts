import {openInStudio, openSection, publish, writeField} from './support/studio.ts'
import {expect, test} from './support/studio-test.ts'

test('an earlier version is looked at, restored and published again', async ({
  page,
  publishPage,
  lake,
  request,
}) => {
  const made = await publishPage('The first title', 'Words.')
  await openInStudio(page, 'page', made._id)
  for (const title of ['The second title', 'The third title']) {
    await writeField(page, 'title', title)
    await expect.poll(async () => (await lake.getDocument(`drafts.${made._id}`))?.title).toBe(title)
    await publish(page)
  }
  await page.getByTestId('pane-context-menu-button').last().click()
  await page.getByTestId('action-history').click()
  await page.getByTestId('timeline-item-button').filter({hasText: 'Published'}).nth(1).click()
  await expect(page.getByTestId('field-title').locator('input')).toHaveValue('The second title')
  await expect(page.getByTestId('pane-footer')).toContainText('An earlier version, as marked in the history')
  await page.getByRole('button', {name: 'Revert to revision'}).click()
  await page.getByRole('button', {name: 'Confirm'}).click()
  await expect
    .poll(async () => (await lake.getDocument(`drafts.${made._id}`))?.title)
    .toBe('The second title')
  await publish(page)
  await expect
    .poll(async () => (await request.get(`/${made.slug.current}`)).text())
    .toContain('The second title</h1>')
})

test('a picture that is cut in the Studio is cut for visitors', async ({
  page,
  publishPage,
  lake,
  request,
}) => {
  const made = await publishPage('A page with a picture to cut', 'Words.')
  const asset = await lake.fetch<string>(
    '*[_type == "sanity.imageAsset" && originalFilename == "valley-of-schools.webp"][0]._id',
  )
  const picture = {_type: 'picture', asset: {_type: 'reference', _ref: asset}, alt: 'A valley'}
  await lake
    .patch(made._id)
    .append('sections', [{_key: 'picture', _type: 'pictureSection', picture}])
    .commit()
  await openInStudio(page, 'page', made._id)
  const dialogue = await openSection(page, 'A valley')
  // Its title stands as it was written, not “A Valley”.
  const title = dialogue.getByTestId(/^breadcrumb-item-/).getByText('A valley')
  await expect(title.last()).toHaveCSS('text-transform', 'none')
  await dialogue.getByTestId('options-menu-edit-details').click()
  // Two drawings lie over the picture; the upper one, of the picture's own size, has the handles.
  const tool = page.getByRole('dialog').filter({hasText: 'Edit hotspot and crop'}).locator('svg').last()
  await expect.poll(async () => (await tool.boundingBox())?.width ?? 0).toBeGreaterThan(200)
  const box = await tool.boundingBox()
  if (!box) throw new Error('The tool for cutting is not shown.')
  await page.mouse.move(box.x + 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 4, box.y + box.height / 2, {steps: 8})
  await page.mouse.up()
  const left = async () => {
    const draft = await lake.getDocument(`drafts.${made._id}`)
    return draft?.sections?.find(({_key}: {_key: string}) => _key === 'picture')?.picture?.crop?.left
  }
  await expect.poll(left).toBeGreaterThan(0.15)
  await page.getByRole('button', {name: /close/i}).last().click()
  await publish(page)
  const address = async () =>
    /src="(\/lake\/images\/[^"]+)"[^>]*alt="A valley"/.exec(
      await (await request.get(`/${made.slug.current}`)).text(),
    )?.[1]
  await expect.poll(address).toMatch(/[?&](amp;)?rect=\d+,0,\d+,/)
})
