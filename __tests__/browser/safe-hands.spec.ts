import type {Page} from '@playwright/test'
import {fieldInput, openInStudio, openSection} from './support/studio.ts'
import {expect, test} from './support/studio-test.ts'

const ids = {
  used: 'page-tried-by-staff',
  using: 'page-that-uses-it',
  leading: 'redirect-tried-by-staff',
  said: 'testimonial-tried-by-staff',
}
const proofId = `testimonialProof.${ids.said}`

test.afterEach(async ({page, lake}) => {
  // An open form would write its draft again.
  await page.goto('about:blank')
  const all = [...Object.values(ids), proofId]
  const drafts = all.map((id) => `drafts.${id}`)
  // What refers to another goes first.
  await lake.delete({query: '*[_id in $ids]', params: {ids: [ids.using, `drafts.${ids.using}`]}})
  await lake.delete({query: '*[_id in $ids]', params: {ids: [...all, ...drafts]}})
})

/** Puts something on the clipboard's place and pastes it where the caret is. */
async function paste(page: Page, formats: {[type: string]: string}): Promise<void> {
  await page.evaluate((data) => {
    const clipboardData = new DataTransfer()
    for (const [type, value] of Object.entries(data)) clipboardData.setData(type, value)
    const event = new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true})
    document.activeElement?.dispatchEvent(event)
  }, formats)
}

async function choose(page: Page, action: string): Promise<void> {
  const button = page.getByTestId('pane-footer').getByTestId('action-menu-button').last()
  await expect(button).toBeEnabled({timeout: 20_000})
  await button.click()
  await page.getByRole('menuitem', {name: action}).click()
}

const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=EN-GB>
<h1><b>Visiting</b><o:p></o:p></h1>
<p class=MsoNormal><span style='color:red'>Come&nbsp; any <b>day</b>: <a href="http://www.example.org/?utm_source=x">write</a>
or <a href="javascript:alert(1)">call</a>.</span><o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>Coats<o:p></o:p></p>
</body></html>`

test('what is pasted from Word arrives as words, headings, lists and links', async ({
  page,
  lake,
  publishPage,
}) => {
  const made = await publishPage('Tried by staff', 'Before.')
  await openInStudio(page, 'page', made._id)
  const title = fieldInput(page, 'title')
  await title.fill('')
  await paste(page, {'text/plain': ' Pasted\u00a0 by\u200b staff \r\n'})
  await expect(title).toHaveValue('Pasted by staff')

  const dialogue = await openSection(page, 'Before.')
  const editor = dialogue.locator('[contenteditable="true"]')
  await editor.click()
  await page.keyboard.press('End')
  await expect(editor).toBeFocused()
  await page.keyboard.press('Enter')
  await paste(page, {'text/html': fromWord, 'text/plain': 'Visiting'})
  await expect(editor).toContainText('Coats')
  const blocks = `*[_id == "drafts.${made._id}"][0].sections[0].body[1...9]{
    style, listItem, "said": children[]{text, "marks": marks[@ in ["strong", "em"]]}, "links": markDefs[]{_type, linkType, href}
  }`
  const plain = (text: string) => ({text, marks: []})
  await expect
    .poll(() => lake.fetch(blocks))
    .toEqual([
      {style: 'h2', listItem: null, said: [plain('Visiting')], links: []},
      {
        style: 'normal',
        listItem: null,
        said: [
          plain('Come any '),
          {text: 'day', marks: ['strong']},
          plain(': '),
          plain('write'),
          plain(' or call.'),
        ],
        links: [{_type: 'link', linkType: 'external', href: 'https://www.example.org/'}],
      },
      {style: 'normal', listItem: 'number', said: [plain('Coats')], links: []},
    ])
})

test('a page that is linked to is neither deleted nor unpublished, and says what a new address does', async ({
  page,
  lake,
}) => {
  const slug = (current: string) => ({_type: 'slug', current})
  const target = {_type: 'link', linkType: 'internal', page: {_type: 'reference', _ref: ids.used}}
  const call = {_key: 'call', _type: 'callToActionSection', label: 'See', target}
  await lake.create({_id: ids.used, _type: 'page', title: 'Tried by staff', slug: slug('tried-by-staff')})
  await lake.create({
    _id: ids.using,
    _type: 'page',
    title: 'Leads to it',
    slug: slug('tried-by-staff/below'),
    sections: [call],
  })
  await openInStudio(page, 'page', ids.used)
  await choose(page, 'Delete')
  const refusal = page.getByRole('dialog', {name: 'This cannot be deleted while it is in use'})
  await expect(refusal.getByRole('link', {name: 'Leads to it'})).toBeVisible()
  await expect(refusal.getByText('Page, under Sections')).toBeVisible()
  await expect(refusal.getByRole('button')).toHaveText([''])
  await page.keyboard.press('Escape')
  await expect(refusal).toBeHidden()

  await fieldInput(page, 'slug').fill('tried-elsewhere')
  const notice = page.getByRole('status').filter({hasText: 'Once this is published'})
  await expect(notice).toContainText('visitors who use /tried-by-staff are led to /tried-elsewhere')
  await expect(notice).toContainText('/tried-by-staff/below stays where it is')
  await expect.poll(() => lake.getDocument(`drafts.${ids.used}`)).toBeTruthy()

  await choose(page, 'Unpublish')
  const kept = page.getByRole('dialog', {name: 'This cannot be unpublished while it is in use'})
  await kept.getByRole('link', {name: 'Leads to it'}).press('Enter')
  await expect(fieldInput(page, 'title')).toHaveValue('Leads to it')
  // Nor by any other program: the lake refuses by itself.
  await expect(lake.delete(ids.used)).rejects.toThrow(/reference/)
  expect(await lake.getDocument(ids.used)).toBeTruthy()
})

test('what is taken off the site stays as a draft that can be edited, whatever staff looked at before', async ({
  page,
  lake,
}) => {
  const slug = {_type: 'slug', current: 'tried-by-staff'}
  await lake.create({_id: ids.used, _type: 'page', title: 'Tried by staff', slug})
  await lake.create({_id: ids.leading, _type: 'redirect', from: '/tried-before', to: '/tried-by-staff'})
  await openInStudio(page, 'page', ids.used)
  await page.getByTestId('document-header-Published-chip').click()
  const notice = page.getByRole('status').filter({hasText: 'You see what visitors see'})
  await expect(notice).toBeVisible()
  await expect(fieldInput(page, 'title')).not.toBeEditable()

  const unpublish = page.getByTestId('pane-footer').getByRole('button', {name: 'Unpublish'})
  await unpublish.click()
  const kept = page.getByRole('dialog', {name: 'This cannot be unpublished while it is in use'})
  await expect(kept.getByRole('link', {name: '/tried-before → /tried-by-staff'})).toBeVisible()
  await expect(kept.getByText('Redirect, under New address')).toBeVisible()
  await page.keyboard.press('Escape')
  await lake.delete(ids.leading)
  await unpublish.click()
  await page.getByRole('button', {name: 'Unpublish now'}).click()
  await expect(notice).toBeHidden()
  await expect(fieldInput(page, 'title')).toBeEditable()
  await expect(fieldInput(page, 'title')).toHaveValue('Tried by staff')
  expect(await lake.fetch('*[_id in [$id, "drafts." + $id]]._id', {id: ids.used})).toEqual([
    `drafts.${ids.used}`,
  ])

  // What is not published has nothing to show in Published, not even where a link of a colleague leads there.
  await page.goto(`/studio/intent/edit/id=${ids.used};type=page/?perspective=published`)
  await expect(fieldInput(page, 'title')).toBeEditable({timeout: 20_000})
  await expect(page).not.toHaveURL(/perspective/)
})

test('a testimonial says that it is held back, goes with its private proof, and schools are found by URN', async ({
  page,
  lake,
}) => {
  await lake.create({
    _id: ids.said,
    _type: 'testimonial',
    quotation: 'Tried words.',
    attribution: {kind: 'role', text: 'Tester'},
  })
  await lake.create({
    _id: proofId,
    _type: 'testimonialProof',
    saidBy: 'A Tester',
    permissionGivenOn: '2025-01-01',
  })
  await openInStudio(page, 'testimonial', ids.said)
  const badge = page.getByTestId('pane-footer').getByText('Held back')
  await expect(page.getByTestId('pane-footer')).toBeVisible()
  await lake.patch(proofId).set({permissionWithdrawnOn: '2025-02-01'}).commit()
  await expect(badge).toBeVisible()

  await page.getByRole('link', {name: 'Open the private proof'}).click()
  await expect(fieldInput(page, 'saidBy')).toHaveValue('A Tester')
  await page.goBack()
  await expect(badge).toBeVisible()

  await choose(page, 'Delete')
  await page.getByRole('button', {name: 'Delete both'}).click()
  await expect.poll(() => lake.fetch('count(*[_id in $ids])', {ids: [ids.said, proofId]})).toBe(0)

  await page.getByTestId('studio-search').click()
  await page.keyboard.type('900002')
  await expect(page.getByTestId('search-results').getByRole('option').first()).toContainText(
    'Thornmere Primary',
  )
})
