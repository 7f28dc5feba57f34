import type {APIRequestContext} from '@playwright/test'
import {expectAccessible} from './support/accessible.ts'
import {kindsOfPage, mappedAddresses} from './support/addresses.ts'
import {expect, test} from './support/test.ts'
import {expectReadersColours, expectWhole, spaceTheText} from './support/ways-of-seeing.ts'

/** Every address of the site's own map, a search with answers and one without, and one where nothing is. */
async function addressesOf(request: APIRequestContext): Promise<string[]> {
  return [...(await mappedAddresses(request)), '/search?q=school', '/search?q=zzzz', '/no-such-page']
}

/** With a text alone, and what nobody reads on paper. */
const kinds = [...kindsOfPage, '/privacy', '/search?q=school', '/no-such-page']

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
    await expectReadersColours(page, address)
  }
})

// 1280 px at 400 % are 320.
for (const width of [1280, 320]) {
  test(`wider text spacing cuts nothing off at ${width} px`, async ({page, request}) => {
    test.setTimeout(180_000)
    await page.setViewportSize({width, height: 800})
    for (const address of await addressesOf(request)) {
      await page.goto(address)
      await spaceTheText(page)
      await expectWhole(page, `${address} at ${width} px`)
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
      const links = await page
        .locator('main a[href^="http"], main a[href^="/"]')
        .filter({visible: true})
        .evaluateAll((found) =>
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
      const evidence = page.getByRole('figure', {name: 'The evidence for this'}).first()
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
      await expectWhole(page, `${address} on paper`)
    }
  })
})
