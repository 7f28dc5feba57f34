import type {Page} from '@playwright/test'
import {galleryAddress} from '../../lib/gallery.ts'
import {expectAccessible, expectReadableColours, expectWithinWidth} from './support/accessible.ts'
import {expect, test} from './support/test.ts'

/** The addresses of all exhibits, as the gallery itself lists them. */
async function exhibits(page: Page): Promise<string[]> {
  await page.goto(galleryAddress)
  const links = await page.getByRole('main').getByRole('link').all()
  const addresses = await Promise.all(links.map((link) => link.getAttribute('href')))
  expect(addresses.length).toBeGreaterThan(10)
  return addresses.filter((address) => address !== null)
}

/** Words that reach beyond the box that cuts them off, which no scrolling would show. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    const cuts = (element: Element | null): Element => {
      if (element === null || element === document.body) return document.documentElement
      return getComputedStyle(element).overflowX === 'visible' ? cuts(element.parentElement) : element
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const lost: string[] = []
    while (texts.nextNode()) {
      const text = texts.currentNode
      const range = document.createRange()
      range.selectNodeContents(text)
      const [words, box] = [range.getBoundingClientRect(), cuts(text.parentElement).getBoundingClientRect()]
      // Words for those who listen have a box that shows nobody anything.
      const isSeen = words.width > 0 && box.width > 1
      if (isSeen && (words.right > box.right + 1 || words.left < box.left - 1))
        lost.push(text.textContent ?? '')
    }
    return lost
  })

/** The site's policy lets no style into a page, but a sheet that a reader's own program makes. */
const adopt = (page: Page, style: string) =>
  page.evaluate((rules) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rules)
    document.adoptedStyleSheets.push(sheet)
  }, style)

type State = {
  name: string
  width: number
  height: number
  media?: Parameters<Page['emulateMedia']>[0]
  style?: string
  holds: (page: Page, where: string) => Promise<void>
}

/** The least that a reader may ask for: WCAG 2.2, success criterion 1.4.12. */
const textSpacing = `* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
} p { margin-bottom: 2em !important }`

/** Rules that hold in one size hold in all, so each state is held to what it can change. */
const states: State[] = [
  {name: 'accessible', width: 1280, height: 900, holds: expectAccessible},
  {
    name: 'readable in the dark scheme',
    width: 1280,
    height: 900,
    media: {colorScheme: 'dark'},
    holds: expectReadableColours,
  },
  {
    name: 'readable in forced colours',
    width: 768,
    height: 900,
    media: {forcedColors: 'active'},
    holds: expectReadableColours,
  },
  // 1280 by 1024 pixels at 400 %.
  {name: 'whole at 400 %', width: 320, height: 256, holds: expectWhole},
  {name: 'whole with wider text', width: 320, height: 800, style: textSpacing, holds: expectWhole},
]

for (const {name, width, height, media = {}, style, holds} of states) {
  test(`every exhibit is ${name}`, async ({page}) => {
    // Some four seconds for each exhibit on a busy machine, and more for the one with two hundred schools.
    test.setTimeout(180_000)
    await page.setViewportSize({width, height})
    await page.emulateMedia(media)
    for (const address of await exhibits(page)) {
      // Two hundred schools have the colours of two.
      if (holds === expectReadableColours && address.endsWith('two-hundred-schools')) continue
      await page.goto(address)
      if (style !== undefined) await adopt(page, style)
      await holds(page, `${address}, ${name}`)
    }
  })
}

async function expectWhole(page: Page, where: string) {
  await expectWithinWidth(page, where)
  expect(await cutOff(page), where).toEqual([])
}

test('every exhibit shows its pictures', async ({page}) => {
  for (const address of await exhibits(page)) {
    await page.goto(address)
    for (const picture of await page.locator('main img').all()) {
      // Two hundred are too many to wait for, and show nothing that two do not.
      if (address.endsWith('two-hundred-schools')) break
      await picture.scrollIntoViewIfNeeded()
      await expect
        .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
        .toBeGreaterThan(0)
    }
  }
})

test('what is pressed is large enough for a finger', async ({page}) => {
  await page.setViewportSize({width: 375, height: 800})
  await page.goto(`${galleryAddress}/sections`)
  const small = await page
    .locator('main')
    .getByRole('link')
    .evaluateAll((links) =>
      links.flatMap((link) => {
        // A link within a line of text may be as high as the line.
        if (getComputedStyle(link).display === 'inline' && link.closest('p, li p, figcaption, dd')) return []
        link.scrollIntoView({block: 'center'})
        const {left, top, width, height} = link.getBoundingClientRect()
        const middle = top + height / 2
        const pressed = [-12, 12].map((away) => document.elementFromPoint(left + width / 2, middle + away))
        return pressed.every((element) => link.contains(element)) ? [] : [link.outerHTML]
      }),
    )
  expect(small).toEqual([])
  const navigation = await page
    .getByRole('navigation')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height))
  expect(Math.min(...navigation)).toBeGreaterThanOrEqual(44)
})

test('on paper a claim keeps its picture and its source, and links print their addresses', async ({page}) => {
  await page.goto(`${galleryAddress}/sections`)
  await page.emulateMedia({media: 'print'})
  await expect(page.getByText('about 13 in 50')).toBeVisible()
  const source = page.getByRole('link', {name: 'Office for Examples, An invented count'})
  expect(await source.evaluate((link) => getComputedStyle(link, '::after').content)).toContain(
    'https://www.example.org/count',
  )
  await expect(page.getByRole('navigation', {name: 'Main'})).toBeHidden()
})
