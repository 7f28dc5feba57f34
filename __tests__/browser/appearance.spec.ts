import {gzipSync} from 'node:zlib'
import type {Page} from '@playwright/test'
import sharp from 'sharp'
import {galleryAddress} from '../../lib/gallery.ts'
import {expectAccessible, expectWithinWidth} from './support/accessible.ts'
import {expect, test} from './support/test.ts'

const KiB = 1024

test('Working with Us keeps to its budgets of style and fonts', async ({page}) => {
  const bytes = {style: 0, font: 0}
  page.on('requestfinished', async (request) => {
    const response = await request.response()
    const body = await response?.body()
    if (body === undefined) return
    if (request.resourceType() === 'stylesheet') bytes.style += gzipSync(body).length
    if (request.resourceType() === 'font') bytes.font += body.length
  })
  await page.goto('/working-with-us', {waitUntil: 'networkidle'})
  await page.evaluate(() => document.fonts.ready)
  expect(bytes.style, 'a style sheet is asked for').toBeGreaterThan(0)
  expect(bytes.style).toBeLessThanOrEqual(12 * KiB)
  expect(bytes.font, 'a font is asked for').toBeGreaterThan(0)
  expect(bytes.font).toBeLessThanOrEqual(60 * KiB)
})

test('the font is on its way before the style sheet that names it has come', async ({page}) => {
  let bringStyle = () => {}
  const fontAsked = new Promise<void>((resolve) => {
    bringStyle = resolve
  })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.resourceType()))
  await page.route('**/*.css', async (route) => {
    await fontAsked
    await route.continue()
  })
  await page.goto('/working-with-us', {waitUntil: 'commit'})
  await expect.poll(() => asked).toContain('font')
  bringStyle()
  await page.evaluate(() => document.fonts.ready)
  await page.waitForLoadState('networkidle')
  expect(asked.filter((type) => type === 'font')).toHaveLength(1)
  // Each file more is a journey more before the first words can be read.
  expect(asked.filter((type) => type === 'stylesheet').length).toBeLessThanOrEqual(2)
})

for (const width of [375, 1280]) {
  for (const address of ['/working-with-us', '/schools']) {
    test(`nothing on ${address} moves when the font arrives late, at ${width} px`, async ({page}) => {
      expect(await shiftOfLateFont(page, address, width)).toBeLessThan(0.0001)
    })
  }

  // In a long text a line may end at another word; what 0.1 and less means is “good” by the Web Vitals.
  test(`a long text hardly moves when the font arrives late, at ${width} px`, async ({page}) => {
    expect(await shiftOfLateFont(page, '/accessibility-statement', width)).toBeLessThan(0.1)
  })
}

test('a band of colour ends in one straight edge from one side of the window to the other', async ({
  page,
}) => {
  await page.goto('/working-with-us')
  const band = page.locator('main section:has(blockquote)').first()
  // Wherever between two pixels the edge lies.
  for (const offset of [0, 0.25, 0.5, 0.75]) {
    const edges = await band.evaluate((element, padding) => {
      document.body.style.paddingTop = `${padding}px`
      const {top, bottom} = element.getBoundingClientRect()
      return [top, bottom].map((edge) => Math.round(edge + scrollY))
    }, offset)
    for (const edge of edges) {
      const rows = await rowsOf(page, edge - 3, 6)
      expect(new Set(rows.map(([left]) => left)).size, 'paper and band').toBeGreaterThan(1)
      for (const row of rows) expect(new Set(row).size, `at ${edge}, ${offset} px lower`).toBe(1)
    }
  }
})

/** The colours in rows of pixels of a page, each from the left side of the window to the right. */
async function rowsOf(page: Page, top: number, height: number): Promise<string[][]> {
  const width = page.viewportSize()?.width ?? 0
  const picture = await page.screenshot({fullPage: true, clip: {x: 0, y: top, width, height}})
  const pixels = await sharp(picture).removeAlpha().raw().toBuffer()
  const colourAt = (row: number, column: number) => {
    const at = (row * width + column) * 3
    return pixels.subarray(at, at + 3).toString('hex')
  }
  return Array.from({length: height}, (_row, row) =>
    Array.from({length: width}, (_column, column) => colourAt(row, column)),
  )
}

test('what nothing opens begins at the edge of the page, or goes on below a text that has a heading', async ({
  page,
}) => {
  await page.setViewportSize({width: 1280, height: 900})
  await page.goto(`${galleryAddress}/sections-without-headings`)
  const leftOf = (element: Element) => element.getBoundingClientRect().left
  const edge = await page.getByRole('heading', {level: 1}).evaluate(leftOf)
  const lefts = await page
    .locator('main section')
    .evaluateAll((sections) =>
      sections.map(
        (section) => section.querySelector('h2, h3, p, li, img')?.getBoundingClientRect().left ?? 0,
      ),
    )
  const [heading, ...goingOn] = lefts.slice(-3)
  expect(heading).toBe(edge)
  expect(Math.min(...goingOn)).toBeGreaterThan(edge + 400)
  // What stands on a ground of its own begins within it.
  expect(Math.max(...lefts.slice(0, -3))).toBeLessThan(edge + 80)
})

test('on a phone the menu opens and closes by keyboard, without script', async ({browser, baseURL}) => {
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    javaScriptEnabled: false,
    viewport: {width: 375, height: 740},
  })
  const page = await context.newPage()
  await page.goto('/schools')
  const opener = page.getByRole('button', {name: 'Menu'})
  const navigation = page.getByRole('navigation', {name: 'Main'})
  await expect(navigation).toBeHidden()
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(navigation).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(navigation.getByRole('link').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(navigation).toBeHidden()
  await expect(opener).toBeFocused()
  await context.close()
})

test('the open menu covers neither the name of the Trust nor what closes it, at 400 % too', async ({
  page,
}) => {
  // 1280 by 1024 pixels at 400 %: the name takes three lines there.
  await page.setViewportSize({width: 320, height: 256})
  await page.goto('/schools')
  const opener = page.getByRole('button', {name: 'Menu'})
  await opener.click()
  const edges = () =>
    page.evaluate(() => {
      const boxOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect()
      const {top, bottom, width} = boxOf('#menu') ?? {}
      return {bar: boxOf('header')?.bottom, top, bottom, width}
    })
  const {bar = 0, top = 0, bottom = 0, width} = await edges()
  expect(width).toBe(320)
  expect(bar, 'higher than a bar of one line').toBeGreaterThan(68)
  expect(top).toBeGreaterThanOrEqual(bar - 1)
  expect(bottom).toBeLessThanOrEqual(256)
  const last = page.getByRole('navigation', {name: 'Main'}).getByRole('link').last()
  await last.focus()
  await expect(last).toBeInViewport({ratio: 1})
  await opener.click()
  await expect(page.getByRole('navigation', {name: 'Main'})).toBeHidden()
})

test('on a phone the way to a school comes within two screens, and once more after the claims', async ({
  page,
}) => {
  await page.setViewportSize({width: 375, height: 740})
  await page.goto('/working-with-us')
  const [first, last] = await page
    .getByRole('link', {name: 'Find a school to talk to'})
    .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().bottom))
  expect(first).toBeLessThan(2 * 740)
  const claims = await page.getByRole('figure', {name: 'The evidence for this'}).boundingBox()
  expect(last).toBeGreaterThan(claims?.y ?? Number.POSITIVE_INFINITY)
})

test('words from right to left are read from their right, and end at their left', async ({
  page,
  publishPage,
}) => {
  const made = await publishPage('Right to left', 'نحن فخورون بمدارسنا.')
  const address = `/${made.slug.current}`
  await expect.poll(async () => (await page.request.get(address)).status()).toBe(200)
  await page.goto(address)
  const [begin = 0, end = 0] = await page.getByText('فخورون').evaluate((paragraph) => {
    const words = paragraph.firstChild
    const length = words?.textContent?.length ?? 0
    return [0, length - 1].map((at) => {
      const letter = new Range()
      if (words) {
        letter.setStart(words, at)
        letter.setEnd(words, at + 1)
      }
      return letter.getBoundingClientRect().left
    })
  })
  expect(end, 'where the full stop stands').toBeLessThan(begin)
})

test('the open menu is accessible on a phone, in both schemes', async ({page}) => {
  await page.setViewportSize({width: 320, height: 640})
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({colorScheme})
    await page.goto('/schools')
    await page.getByRole('button', {name: 'Menu'}).click()
    await expectAccessible(page, `the menu in the ${colorScheme} scheme`)
    await expectWithinWidth(page, `the menu in the ${colorScheme} scheme`)
  }
})

test('the navigation says where the visitor is', async ({page}) => {
  const navigation = page.getByRole('navigation', {name: 'Main'})
  const marked = navigation.locator('[aria-current]')
  await page.goto('/schools')
  await expect(marked).toHaveText('Our schools')
  await expect(marked).toHaveAttribute('aria-current', 'page')
  await page.goto('/joining/due-diligence')
  await expect(marked).toHaveText('Joining')
  await expect(marked).toHaveAttribute('aria-current', 'true')
  await page.goto('/no-such-page')
  await expect(marked).toHaveCount(0)
})

/**
 * How far the page moves when its font arrives after its words have been read in the stand-in. One of other measures
 * shifts twice as much at least as the tests allow; see components/fonts.css.
 */
async function shiftOfLateFont(page: Page, address: string, width: number): Promise<number> {
  let bringFont = () => {}
  const readOn = new Promise<void>((resolve) => {
    bringFont = resolve
  })
  await page.route('**/*.woff2', async (route) => {
    await readOn
    await route.continue()
  })
  await page.setViewportSize({width, height: 900})
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const shift = 'value' in entry ? Number(entry.value) : 0
        document.documentElement.dataset.shift = String(
          Number(document.documentElement.dataset.shift ?? 0) + shift,
        )
      }
    }).observe({type: 'layout-shift', buffered: true})
  })
  await page.goto(address, {waitUntil: 'commit'})
  // Read in the stand-in before the font has come.
  await expect(page.getByRole('heading', {level: 1})).toBeVisible()
  bringFont()
  const hasCome = () => page.evaluate(() => document.fonts.check('1rem "Bricolage Grotesque Variable"'))
  await expect.poll(hasCome).toBe(true)
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  return page.evaluate(() => Number(document.documentElement.dataset.shift ?? 0))
}
