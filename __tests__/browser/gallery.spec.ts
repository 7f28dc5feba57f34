import type {Page} from '@playwright/test'
import {galleryAddress} from '../../lib/gallery.ts'
import {expectAccessible} from './support/accessible.ts'
import {expect, test} from './support/test.ts'

/** The addresses of all exhibits, as the gallery itself lists them. */
async function exhibits(page: Page): Promise<string[]> {
  await page.goto(galleryAddress)
  const links = await page.getByRole('main').getByRole('link').all()
  const addresses = await Promise.all(links.map((link) => link.getAttribute('href')))
  expect(addresses.length).toBeGreaterThan(10)
  return addresses.filter((address) => address !== null)
}

/** What reaches beyond its box and is cut off there, which no scrolling would show. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main *, header *, footer *')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
      .filter((element) => getComputedStyle(element).overflowX !== 'visible')
      .map((element) => element.outerHTML.slice(0, 120)),
  )

type State = {
  name: string
  width: number
  height: number
  media: Parameters<Page['emulateMedia']>[0]
  style?: string
}

/** The least that a reader may ask for: WCAG 2.2, success criterion 1.4.12. */
const textSpacing = `* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
} p { margin-bottom: 2em !important }`

const states: State[] = [
  {name: 'light', width: 1280, height: 900, media: {colorScheme: 'light'}},
  {name: 'dark', width: 1280, height: 900, media: {colorScheme: 'dark'}},
  {name: 'forced colours', width: 768, height: 900, media: {forcedColors: 'active'}},
  // 1280 by 1024 pixels at 400 %.
  {name: 'zoomed to 400 %', width: 320, height: 256, media: {colorScheme: 'light'}},
  {name: 'text spacing', width: 320, height: 800, media: {colorScheme: 'light'}, style: textSpacing},
]

for (const {name, width, height, media, style} of states) {
  test(`every exhibit is accessible and whole: ${name}`, async ({page}) => {
    // Some two seconds for each exhibit on a slow machine.
    test.setTimeout(180_000)
    await page.setViewportSize({width, height})
    await page.emulateMedia(media)
    for (const address of await exhibits(page)) {
      await page.goto(address)
      if (style !== undefined) await page.addStyleTag({content: style})
      await expectAccessible(page, `${address}, ${name}`)
      expect(await cutOff(page), `${address}, ${name}`).toEqual([])
    }
  })
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
        const {left, top, height} = link.getBoundingClientRect()
        const middle = top + height / 2
        const pressed = [-12, 12].map((away) => document.elementFromPoint(left + 2, middle + away))
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
