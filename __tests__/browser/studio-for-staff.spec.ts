import {openInStudio, openProblems} from './support/studio.ts'
import {expect, test} from './support/studio-test.ts'

test.afterEach(async ({page, lake}) => {
  // An open form would write its draft again.
  await page.goto('about:blank')
  await lake.delete({
    query: '*[_id == "drafts.siteSettings" || title in ["Copy of Worth copying", "Tried by staff"]]',
  })
})

test('the home page opens from the menu of contents, and goes by the address that visitors know', async ({
  page,
  lake,
}) => {
  const home = await lake.fetch<{title: string; slug: string}>(
    '*[_id == "siteSettings"][0].homePage->{title, "slug": slug.current}',
  )
  await page.goto('/studio/structure')
  await page.getByTestId('pane-item-Home page').click({timeout: 40_000})
  await expect(page.getByTestId('field-title').locator('input')).toHaveValue(home.title)
  await expect(page.getByText(/^Its address is \/(\.|$)/)).toBeVisible()

  await page.getByTestId('pane-item-Settings').click()
  await page.getByRole('tab', {name: 'Menus and footer'}).click()
  await expect(page.getByRole('link', {name: `${home.title} /`, exact: true})).toBeVisible()

  await page
    .getByTestId('field-navigation')
    .getByRole('button', {name: /add item/i})
    .click()
  const dialogue = page.getByTestId('nested-object-dialog')
  await dialogue.getByTestId('autocomplete').fill(home.title)
  const option = page.getByTestId('autocomplete-popover').getByRole('option').filter({hasText: home.title})
  await expect(option.getByText('/', {exact: true})).toBeVisible()
  await expect(page.getByText(`/${home.slug}`, {exact: true})).toHaveCount(0)

  await expect.poll(() => lake.getDocument('drafts.siteSettings')).toBeTruthy()
})

test('the copy of a page has a name of its own, and no address until staff give it one', async ({
  page,
  lake,
  publishPage,
}) => {
  const made = await publishPage('Worth copying', 'Words.')
  await openInStudio(page, 'page', made._id)
  await page.getByTestId('action-menu-button').click()
  await page.getByRole('menuitem', {name: 'Duplicate'}).click()
  await expect(page.getByTestId('field-title').locator('input')).toHaveValue('Copy of Worth copying')
  const copies = '*[_type == "page" && title == "Copy of Worth copying"]'
  const [copy] = await lake.fetch<{_id: string; slug?: object; sections: object[]}[]>(copies)
  expect(copy).toMatchObject({_id: expect.stringMatching(/^drafts\./), sections: made.sections})
  expect(copy?.slug).toBeUndefined()
  const panel = await openProblems(page, 'page', copy?._id.replace('drafts.', '') ?? '')
  await expect(panel.getByText('Give the page an address: press Generate.')).toBeVisible()
})

test('a day is read and typed as it is written in Britain, and kept as every program writes it', async ({
  page,
  lake,
}) => {
  const {_id} = await lake.create({
    _id: 'drafts.',
    _type: 'resource',
    title: 'Tried by staff',
    lastCheckedOn: '2026-02-11',
  })
  await openInStudio(page, 'resource', _id.replace('drafts.', ''))
  const field = page.getByTestId('field-lastCheckedOn')
  const input = field.locator('input')
  await expect(input).toHaveValue('11/02/2026')
  await input.fill('31/31/2026')
  await input.press('Tab')
  await field.getByTestId('input-validation-icon-error').hover()
  await expect(page.getByText('This is no day: write it as 31/12/2026')).toBeVisible()
  await expect(page.getByText('Must be on the format')).toHaveCount(0)
  await input.fill('03/04/2026')
  await input.press('Tab')
  await expect.poll(async () => (await lake.getDocument(_id))?.lastCheckedOn).toBe('2026-04-03')
})
