import type {Page} from '@playwright/test'
import {proofIdOf} from '#lib/testimonials.ts'
import {expectMainPartAccessible} from './support/accessible.ts'
import {expect, test} from './support/studio-test.ts'

/** What of the demo content needs attention. */
const link = 'Myths about working in MATs'
const claim = /^Failing schools can improve/

const unproved = {
  _id: 'testimonial-without-proof',
  _type: 'testimonial',
  quotation: 'We were heard.',
  attribution: {kind: 'role', text: 'Headteacher'},
}

const rowOf = (page: Page, name: string | RegExp) =>
  page.getByRole('listitem').filter({has: page.getByRole('link', {name})})

const sectionOf = (page: Page, name: string) => page.getByRole('region', {name})

test.afterEach(async ({page, lake}) => {
  // An open form would write its draft again.
  await page.goto('about:blank')
  await lake
    .transaction()
    .patch('resource-myths', {unset: ['url']})
    .patch('claim-schools-improve', {set: {'statistic.reviewBy': '2026-09-30'}})
    .commit()
  await lake.delete({
    query: '*[_id in [$id, $proof, "drafts." + $proof]]',
    params: {id: unproved._id, proof: proofIdOf(unproved._id)},
  })
})

test('what needs attention is seen first, opens at its field, and leaves the list when it is mended', async ({
  page,
  lake,
  publishPage,
}) => {
  // Whoever looked at what is published before is led to where things can be mended all the same.
  await page.goto('/studio?perspective=published')
  await expect(page.getByRole('heading', {name: 'Needs attention', level: 1})).toBeVisible({timeout: 40_000})
  const urgent = sectionOf(page, 'Visitors are affected now')
  await expect(urgent.getByRole('link', {name: link})).toBeVisible()
  await expect(rowOf(page, link)).toContainText('Held back from visitors')
  await expect(sectionOf(page, 'Due, or soon to lapse').getByRole('link', {name: claim})).toBeVisible()
  await expect(page.getByText(/^Nobody has tried yet whether the links to other websites work/)).toBeVisible()
  await expectMainPartAccessible(page, 'Needs attention')

  // What nobody has proof of opens the proof that is missing, where the menu of contents has it.
  await lake.create(unproved)
  await rowOf(page, unproved.quotation).getByRole('link').click()
  await expect(page.locator('#saidBy')).toBeFocused({timeout: 20_000})
  await expect(page.locator('#saidBy')).toBeEditable()
  await expect(page.getByTestId('form-view')).toContainText(unproved.quotation)
  await expect(page).toHaveURL(/structure\/testimonials;private-proof;/)
  await page.getByRole('link', {name: 'Needs attention'}).click()
  await lake.delete(unproved._id)
  await expect(rowOf(page, link)).toBeVisible()
  await expect(rowOf(page, unproved.quotation)).toHaveCount(0)

  // A link is broken elsewhere, while the list is open.
  const made = await publishPage('About to lose a link', 'Read the report.')
  const block = 'sections[_key=="words"].body[_key=="paragraph"]'
  const href = `${block}.markDefs[_key=="report"].href`
  await lake
    .patch(made._id)
    .set({
      [`${block}.markDefs`]: [
        {_key: 'report', _type: 'link', linkType: 'external', href: 'https://a.example'},
      ],
      [`${block}.children`]: [{_key: 'span', _type: 'span', text: 'Read the report.', marks: ['report']}],
    })
    .commit()
  const broken = rowOf(page, made.title)
  await expect(broken).toHaveCount(0)
  await lake.patch(made._id).unset([href]).commit()
  await expect(broken).toContainText('The link “Read the report.” leads nowhere')
  await expect(page.getByRole('status')).toContainText(
    '3 things need attention; 2 of them affect visitors now',
  )

  // By keyboard, too, its link leads into the right field.
  const toField = broken.getByRole('link')
  await toField.focus()
  // The ring is round the whole row, which is pressed anywhere.
  const [row, ring] = [await broken.boundingBox(), await toField.boundingBox()]
  expect(ring?.height).toBeGreaterThan((row?.height ?? 0) - 4)
  expect(ring?.width).toBeGreaterThan((row?.width ?? 0) - 4)
  await page.keyboard.press('Enter')
  const field = page.locator(`[id='${href}']`)
  await expect(field).toBeFocused({timeout: 20_000})
  await field.fill('https://report.example/2026')

  // What is mended in the draft is mended for visitors once it is published.
  await page.getByRole('link', {name: 'Needs attention'}).click()
  await expect(broken).toContainText('The draft puts it right: publish it.')
  await lake.action({
    actionType: 'sanity.action.document.publish',
    draftId: `drafts.${made._id}`,
    publishedId: made._id,
  })
  await expect(broken).toHaveCount(0)
  await expect(rowOf(page, link)).toBeVisible()

  // All that is left is mended, and the list says so.
  await lake
    .transaction()
    .patch('resource-myths', {set: {url: 'https://myths.example'}})
    .patch('claim-schools-improve', {set: {'statistic.reviewBy': '2099-12-31'}})
    .commit()
  await expect(page.getByRole('heading', {name: 'All is well'})).toBeVisible()
  await expect(page.getByRole('status')).toHaveText('Nothing needs attention.')
})
