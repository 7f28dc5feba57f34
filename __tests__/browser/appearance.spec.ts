import {gzipSync} from 'node:zlib'
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
  test(`nothing moves when the font arrives late, at ${width} px`, async ({page}) => {
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
    await page.goto('/working-with-us', {waitUntil: 'commit'})
    // Read in the stand-in before the font has come.
    await expect(page.getByRole('heading', {level: 1})).toBeVisible()
    bringFont()
    const hasCome = () => page.evaluate(() => document.fonts.check('1rem "Bricolage Grotesque Variable"'))
    await expect.poll(hasCome).toBe(true)
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
    const shift = await page.evaluate(() => Number(document.documentElement.dataset.shift ?? 0))
    // A stand-in of other measures shifts twice as much at least; see components/fonts.css.
    expect(shift).toBeLessThan(0.0001)
  })
}

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
