import {expectMainPartAccessible, expectReadableColours} from './support/accessible.ts'
import {expect, test} from './support/studio-test.ts'

test('Welcome is in the bar, and leads by keyboard to where each task begins', async ({page, lake}) => {
  const testimonials = () => lake.fetch<number>('count(*[_type in ["testimonial", "benefitClaim"]])')
  const before = await testimonials()
  const welcome = page.getByRole('heading', {name: 'Welcome', level: 1})
  await page.goto('/studio?perspective=published')
  await page.getByRole('link', {name: 'Welcome'}).click({timeout: 40_000})
  await expect(welcome).toBeVisible()
  for (const width of [1280, 375]) {
    await page.setViewportSize({width, height: 900})
    await expectMainPartAccessible(page, `Welcome at ${width} px`)
  }
  await page.emulateMedia({colorScheme: 'dark'})
  await expectReadableColours(page, 'Welcome in the dark')
  await page.emulateMedia({colorScheme: 'light'})
  await page.setViewportSize({width: 1280, height: 900})

  const main = page.getByRole('main')
  const places = [
    ['Add a testimonial with its proof', page.getByTestId('field-quotation')],
    ['Change a page', page.getByRole('link', {name: /Working with Us/}).first()],
    ['Add a claim with its evidence', page.getByTestId('field-statement')],
    ['See what needs attention', page.getByRole('heading', {name: 'Needs attention', level: 1})],
    ['See how it will look', page.frameLocator('iframe').first().getByRole('heading', {level: 1})],
  ] as const
  for (const [task, place] of places) {
    await main.getByRole('link', {name: task, exact: true}).focus()
    await page.keyboard.press('Enter')
    await expect(place, task).toBeVisible({timeout: 20_000})
    // Nothing can be done where the Studio shows what is published.
    await expect(page).not.toHaveURL(/perspective=published/)
    await page.getByRole('link', {name: 'Welcome'}).click()
    await expect(welcome).toBeVisible()
  }
  await expect(main.getByRole('listitem').filter({has: page.getByRole('link')})).toHaveCount(places.length)

  // The handbook is at hand, with its pictures, and its pages lead to each other.
  await main.getByRole('link', {name: 'Read the handbook'}).click()
  await expect(page.getByRole('heading', {name: 'Handbook for staff', level: 1})).toBeVisible()
  await main.getByRole('link', {name: 'Preview and publish'}).click()
  await expect(page.getByRole('heading', {name: 'To take something off the site'})).toBeVisible()
  await expectMainPartAccessible(page, 'a page of the handbook')
  const picture = main.getByRole('img', {name: 'A draft in Preview, with its form beside it'})
  await picture.scrollIntoViewIfNeeded()
  await expect
    .poll(() => picture.evaluate((shown: HTMLImageElement) => shown.naturalWidth))
    .toBeGreaterThan(0)
  // To look is not to make anything.
  expect(await testimonials()).toBe(before)
})
