import {workingWithUs} from '../support/working-with-us.ts'
import {expectAccessible} from './support/accessible.ts'
import {mappedAddresses} from './support/addresses.ts'
import {expect, test} from './support/test.ts'

const widths = [1280, 320]

for (const width of widths) {
  test(`every page is accessible at ${width} px and does not scroll sideways`, async ({page, request}) => {
    const addresses = await mappedAddresses(request)
    expect(addresses.length).toBeGreaterThan(15)
    // Some two seconds for each page on a slow machine.
    test.setTimeout(180_000)
    await page.setViewportSize({width, height: 800})
    for (const address of [...addresses, '/no-such-page']) {
      await page.goto(address)
      await expectAccessible(page, `${address} at ${width} px`)
    }
  })
}

test('the keyboard skips to the content, and shows where it is', async ({page}) => {
  await page.goto('/working-with-us')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', {name: 'Skip to the content'})
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()

  await page.goto('/')
  const links = await page.getByRole('banner').getByRole('link').count()
  await page.keyboard.press('Tab')
  for (let pressed = 0; pressed < links; pressed++) {
    await page.keyboard.press('Tab')
    const outline = await page.evaluate(() => {
      const {outlineStyle, outlineWidth} = getComputedStyle(document.activeElement ?? document.body)
      return [outlineStyle, Number.parseFloat(outlineWidth) >= 2]
    })
    expect(outline).toEqual(['solid', true])
  }
})

const kinds = [
  '/',
  '/working-with-us',
  '/schools?phase=primary',
  '/schools/thornmere-primary',
  '/schools/thornmere-primary/talk',
  '/evidence',
  '/search?q=hallowby',
  '/joining/what-governors-ask',
]

test('wherever the keyboard goes on a page, what has the focus is marked and in sight', async ({page}) => {
  test.setTimeout(90_000)
  await page.setViewportSize({width: 375, height: 640})
  for (const address of kinds) {
    await page.goto(address)
    const seen = new Set<string>()
    for (;;) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => {
        const element = document.activeElement
        const [first] = element?.getClientRects() ?? []
        if (!element || element === document.body || !first) return null
        const styles = [getComputedStyle(element), getComputedStyle(element, '::after')]
        const isMarked = styles.some(
          ({outlineStyle, outlineWidth}) => outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2,
        )
        const [x, y] = [first.left + first.width / 2, first.top + Math.min(first.height / 2, 12)]
        const atTop = document.elementFromPoint(x, y)
        const isInSight = atTop !== null && (element.contains(atTop) || atTop.contains(element))
        return {name: `${element.outerHTML} at ${Math.round(first.top + scrollY)}`, isMarked, isInSight}
      })
      if (focused === null || seen.has(focused.name)) break
      seen.add(focused.name)
      expect(focused, address).toMatchObject({isMarked: true, isInSight: true})
    }
    expect(seen.size, `stops of ${address}`).toBeGreaterThan(8)
  }
})

test('Working with Us reads letter for letter as the Trust wrote it', async ({page}) => {
  await page.goto('/working-with-us')
  // biome-ignore lint/performance/useDomNodeTextContent: only innerText leaves out what cannot be seen.
  const seen = (await page.getByRole('main').innerText()).replace(/\s+/g, ' ')
  const published = workingWithUs.slice(0, -1)
  const places = published.map((words) => seen.indexOf(words))
  expect(published.filter((_words, position) => places[position] === -1)).toEqual([])
  expect(places).toEqual([...places].sort((one, other) => one - other))
  expect(seen, 'an announcement of a link that has no address').not.toContain(workingWithUs.at(-1))
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
