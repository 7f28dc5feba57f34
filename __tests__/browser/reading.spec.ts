import AxeBuilder from '@axe-core/playwright'
import {expect, test} from './support/test.ts'

const addresses = ['/', '/working-with-us', '/schools', '/no-such-page']
const widths = [1280, 375, 320]

for (const address of addresses) {
  for (const width of widths) {
    test(`${address} is accessible at ${width} px and does not scroll sideways`, async ({page}) => {
      await page.setViewportSize({width, height: 800})
      await page.goto(address)
      const {violations} = await new AxeBuilder({page})
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
    })
  }
}

test('a school’s page is accessible, and is one step from the list', async ({page}) => {
  await page.goto('/schools')
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
  await expect(page).toHaveURL(/\/schools\/[a-z-]+$/)
  await expect(page.getByRole('heading', {level: 1})).toBeVisible()
  const {violations} = await new AxeBuilder({page}).analyze()
  expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([])
})

test('an unknown address is a real 404 that helps', async ({page}) => {
  const response = await page.goto('/no-such-page')
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
})

test('a visit makes no request beyond the site, sets no cookie and logs no error', async ({
  page,
  context,
  baseURL,
}) => {
  const elsewhere: string[] = []
  const errors: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(`${baseURL}/`) && !request.url().startsWith('data:'))
      elsewhere.push(request.url())
  })
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  for (const address of ['/', '/working-with-us', '/schools'])
    await page.goto(address, {waitUntil: 'networkidle'})
  expect(elsewhere).toEqual([])
  expect(errors).toEqual([])
  expect(await context.cookies()).toEqual([])
})

test('an unknown address helps without script too', async ({browser, baseURL}) => {
  const context = await browser.newContext({javaScriptEnabled: false, baseURL})
  const page = await context.newPage()
  for (const address of ['/no-such-page', '/schools/no-such-school', '/index.php', '/a/b/c/d']) {
    const response = await page.goto(address)
    expect(response?.status(), address).toBe(404)
    await expect(page.getByRole('heading', {level: 1})).toHaveText('Page not found')
    await expect(page.getByRole('main').getByRole('link', {name: 'Our schools'})).toBeVisible()
  }
  await context.close()
})

test('the page can be read without script', async ({browser, baseURL}) => {
  const context = await browser.newContext({javaScriptEnabled: false, baseURL})
  const page = await context.newPage()
  await page.goto('/working-with-us')
  await expect(page.getByRole('heading', {level: 1})).toHaveText('Working with Us')
  await expect(page.getByRole('main')).toContainText('We don’t do quick fixes in schools')
  await context.close()
})
