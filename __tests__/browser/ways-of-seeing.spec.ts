import type {APIRequestContext, Page} from '@playwright/test'
import {expectAccessible} from './support/accessible.ts'
import {expect, test} from './support/test.ts'

/** Every address of the site's own map, a search with answers and one without, and one where nothing is. */
async function addressesOf(request: APIRequestContext): Promise<string[]> {
  const map = await (await request.get('/sitemap.xml')).text()
  const listed = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = '']) => new URL(address).pathname,
  )
  return [...listed, '/search?q=school', '/search?q=zzzz', '/no-such-page']
}

/** One page of each kind: what is drawn differs between kinds, not between two schools. */
const kinds = [
  '/',
  '/working-with-us',
  '/schools',
  '/schools/thornmere-primary',
  '/evidence',
  '/joining/what-governors-ask',
  '/accessibility-statement',
  '/privacy',
  '/search?q=school',
  '/no-such-page',
]

test('one page of each kind is accessible on a dark screen', async ({page}) => {
  await page.emulateMedia({colorScheme: 'dark'})
  for (const address of kinds) {
    await page.goto(address)
    await expectAccessible(page, `${address} on a dark screen`)
  }
})

test('with colours of one’s own, all words have them', async ({page}) => {
  await page.emulateMedia({forcedColors: 'active'})
  for (const address of kinds) {
    await page.goto(address)
    // axe cannot judge contrasts here: it reads the colours that the browser has replaced.
    const keptItsColours = await page.evaluate(() => {
      const canvas = getComputedStyle(document.body).backgroundColor
      return [...document.querySelectorAll('body *:not(svg *)')]
        .filter((element) => element.textContent.trim() !== '')
        .filter((element) => {
          const {forcedColorAdjust, color} = getComputedStyle(element)
          return forcedColorAdjust !== 'auto' || color === canvas
        })
        .map(({outerHTML}) => outerHTML.slice(0, 120))
    })
    expect(keptItsColours, address).toEqual([])
  }
})

/** Sets what readers may set by WCAG 2.2, 1.4.12. The page's policy lets no style element in, but a constructed sheet. */
async function spaceTheText(page: Page): Promise<void> {
  const spacing = await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-bottom: 2em !important; }
    `)
    document.adoptedStyleSheets.push(sheet)
    const {letterSpacing, fontSize} = getComputedStyle(document.body)
    return Number.parseFloat(letterSpacing) / Number.parseFloat(fontSize)
  })
  expect(spacing).toBeCloseTo(0.12)
}

/** Elements whose words are cut off, or that reach beyond the page to a side. */
async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isHiddenOnPurpose = (element: Element) => element.getBoundingClientRect().width <= 1
    const clips = (element: Element) => {
      const {overflowX, overflowY} = getComputedStyle(element)
      const tooWide = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1
      const tooHigh = overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1
      return element.textContent.trim() !== '' && (tooWide || tooHigh)
    }
    const reachesOut = (element: Element) => element.getBoundingClientRect().right > window.innerWidth + 1
    return [...document.querySelectorAll('body *:not(svg *)')]
      .filter((element) => !isHiddenOnPurpose(element) && (clips(element) || reachesOut(element)))
      .map((element) => element.outerHTML.slice(0, 120))
  })
}

// 1280 px at 400 % are 320.
for (const width of [1280, 320]) {
  test(`wider text spacing cuts nothing off at ${width} px`, async ({page, request}) => {
    test.setTimeout(180_000)
    await page.setViewportSize({width, height: 800})
    for (const address of await addressesOf(request)) {
      await page.goto(address)
      await spaceTheText(page)
      expect(await cutOff(page), `${address} at ${width} px`).toEqual([])
    }
  })
}

test('nothing moves for those who asked for less motion', async ({page}) => {
  await page.emulateMedia({reducedMotion: 'reduce'})
  for (const address of kinds) {
    await page.goto(address)
    const moving = await page.evaluate(() => {
      const moves = (element: Element) => {
        const {transitionDuration, animationName, scrollBehavior} = getComputedStyle(element)
        const takesTime = transitionDuration.split(',').some((duration) => Number.parseFloat(duration) > 0.01)
        return takesTime || animationName !== 'none' || scrollBehavior === 'smooth'
      }
      return [...document.querySelectorAll('*')].filter(moves).map(({outerHTML}) => outerHTML.slice(0, 120))
    })
    expect(moving, address).toEqual([])
  }
})

test.describe('on paper', () => {
  // The width of A4 between its margins, at 96 dots to the inch.
  test.use({viewport: {width: 718, height: 1000}})

  test.beforeEach(({page}) => page.emulateMedia({media: 'print'}))

  test('links in the text print their addresses', async ({page}) => {
    for (const address of ['/working-with-us', '/evidence', '/schools/thornmere-primary', '/privacy']) {
      await page.goto(address)
      const links = await page.locator('main a[href^="http"], main p a[href^="/"]').evaluateAll((found) =>
        found.map((link) => ({
          address: link.getAttribute('href'),
          printed: getComputedStyle(link, '::after').content,
        })),
      )
      expect(links.length, address).toBeGreaterThan(0)
      for (const {address: target, printed} of links)
        expect([printed, target]).toEqual([`" (${target})"`, target])
    }
  })

  test('a claim keeps its source, its date and whom it counted', async ({page}) => {
    for (const address of ['/working-with-us', '/evidence']) {
      await page.goto(address)
      const evidence = page.getByRole('complementary', {name: 'The evidence for this'}).first()
      await expect(evidence).toBeVisible()
      for (const words of [
        'end of 2017',
        'sponsored academies in England',
        '23 January 2019',
        'almost 7 in 10',
      ])
        await expect(evidence.getByText(words).first(), `${words}, ${address}`).toBeVisible()
    }
  })

  test('no page is wider than the paper, and none prints its menus', async ({page, request}) => {
    test.setTimeout(180_000)
    for (const address of await addressesOf(request)) {
      await page.goto(address)
      await expect(page.getByRole('navigation', {name: /Main|Footer/}), address).toHaveCount(0)
      expect(await cutOff(page), address).toEqual([])
    }
  })
})
