import {globSync, readFileSync} from 'node:fs'
import path from 'node:path'
import type {APIRequestContext, Page} from '@playwright/test'
import {galleryAddress} from '../../lib/gallery.ts'
import {expectAccessible, expectReadableColours} from './support/accessible.ts'
import {expect, test} from './support/test.ts'
import {expectReadersColours, expectWhole, spaceTheText} from './support/ways-of-seeing.ts'

/** The addresses of all exhibits, as the gallery itself lists them. */
async function exhibits(request: APIRequestContext): Promise<string[]> {
  const gallery = await (await request.get(galleryAddress)).text()
  const links = [...gallery.matchAll(/href="([^"]+)"/g)].map(([, address = '']) => address)
  const addresses = links.filter((address) => address.startsWith(`${galleryAddress}/`))
  expect(addresses.length).toBeGreaterThan(40)
  return addresses
}

type State = {
  name: string
  width: number
  height: number
  media?: Parameters<Page['emulateMedia']>[0]
  holds: (page: Page, where: string) => Promise<void>
}

const onScreen = {media: 'screen', colorScheme: 'light', forcedColors: 'none'} as const

/** Rules that hold in one size hold in all, so each state is held to what it can change. */
const states: State[] = [
  {name: 'on a wide screen', width: 1280, height: 900, holds: expectAccessible},
  {
    name: 'in the dark scheme',
    width: 1280,
    height: 900,
    media: {colorScheme: 'dark'},
    holds: expectReadableColours,
  },
  {
    name: 'in forced colours',
    width: 768,
    height: 900,
    media: {forcedColors: 'active'},
    holds: expectReadersColours,
  },
  {name: 'on a phone', width: 375, height: 800, holds: expectLargeTargets},
  // The width of A4 between its margins, at 96 dots to the inch.
  {name: 'on paper', width: 718, height: 1000, media: {media: 'print'}, holds: expectWhole},
  // 1280 by 1024 pixels at 400 %.
  {name: 'at 400 %', width: 320, height: 256, holds: expectWhole},
  {
    name: 'with wider text',
    width: 320,
    height: 800,
    holds: async (page, where) => {
      await spaceTheText(page)
      await expectWhole(page, where)
    },
  },
]

test('every exhibit holds in every way of seeing it', async ({page, request}) => {
  // Some six seconds for each exhibit on a busy machine.
  test.setTimeout(400_000)
  const seen = new Set<string>()
  for (const address of await exhibits(request)) {
    await page.goto(address)
    const showsMore = await bringsParts(page, seen)
    for (const {name, width, height, media = {}, holds} of states) {
      if (holds === expectReadableColours && !showsMore) continue
      await page.setViewportSize({width, height})
      await page.emulateMedia({...onScreen, ...media})
      await holds(page, `${address} ${name}`)
    }
  }
})

/**
 * Whether the page that is open shows a part in a place where none before it had one. Colours come with a part and what
 * it stands in and with nothing else, so those of the rest have been judged.
 * @param seen - parts that were shown so far; those of this page are added
 */
async function bringsParts(page: Page, seen: Set<string>): Promise<boolean> {
  const before = seen.size
  const places = await page.evaluate(() =>
    [...document.querySelectorAll('[class]')].map(
      (part) =>
        `${part.parentElement?.closest('[class]')?.getAttribute('class')} > ${part.getAttribute('class')}`,
    ),
  )
  for (const place of places) seen.add(place)
  return seen.size > before
}

/** Holds what is pressed to 24 pixels of height, WCAG 2.2, 2.5.8, and the navigation to the 44 of a thumb. */
async function expectLargeTargets(page: Page, where: string): Promise<void> {
  const small = await page.getByRole('main').evaluate((main) =>
    [...main.querySelectorAll('a[href], button, input:not([type=hidden]), textarea')]
      .filter((target) => target.checkVisibility())
      .flatMap((target) => {
        // A link within a line of text may be as high as the line.
        const isInText =
          getComputedStyle(target).display === 'inline' && target.closest('p, li p, figcaption, dd')
        if (isInText) return []
        target.scrollIntoView({block: 'center', behavior: 'instant'})
        const {left, top, width, height} = target.getBoundingClientRect()
        const middle = top + height / 2
        const pressed = [-11.5, 11.5].map((away) =>
          document.elementFromPoint(left + width / 2, middle + away),
        )
        return pressed.every((element) => target.contains(element)) ? [] : [target.outerHTML]
      }),
  )
  expect(small, `too small to press, ${where}`).toEqual([])
  const menu = page.getByRole('button', {name: 'Menu'})
  if ((await menu.count()) === 0) {
    expect(where, 'only the pages of a review lead nowhere else').toContain(`${galleryAddress}/review`)
    return
  }
  await menu.click()
  const navigation = await page
    .getByRole('navigation', {name: /Main|Footer/})
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height))
  expect(Math.min(...navigation), `links of the navigation, ${where}`).toBeGreaterThanOrEqual(44)
  await page.keyboard.press('Escape')
}

test('every exhibit shows its pictures', async ({page, request}) => {
  const sources = new Set<string>()
  for (const address of await exhibits(request)) {
    const html = await (await request.get(address)).text()
    for (const [, source = ''] of html.matchAll(/<img[^>]* src="([^"]+)"/g)) sources.add(source)
  }
  expect(sources.size).toBeGreaterThan(3)
  await page.goto(galleryAddress)
  for (const source of sources) {
    const width = await page.evaluate(
      async (src) => {
        const picture = new Image()
        picture.src = src
        await picture.decode()
        return picture.naturalWidth
      },
      source.replaceAll('&amp;', '&'),
    )
    expect(width, source).toBeGreaterThan(0)
  }
})

/** Folders of `components/` that no exhibit can show, and why. */
const notExhibited: {[folder: string]: string} = {
  editable: 'has no look: it tells a preview where words are kept',
  gallery: 'is the gallery itself',
  'share-picture': 'is drawn as a picture for other sites, by /share',
  'structured-data': 'speaks to machines, and nobody sees it',
}

/** The names of the parts that have a look of their own, of each sheet of a folder. */
function sheetsOf(folder: string): string[][] {
  return globSync(`components/${folder}/**/*.module.css`).map((sheet) => {
    const rules = readFileSync(sheet, 'utf8').replace(/\/\*.*?\*\//gs, '')
    const selectors = rules.replace(/\{[^{}]*\}/g, ' ')
    return [...new Set([...selectors.matchAll(/\.([a-z]\w*)/gi)].map(([, name = '']) => name))]
  })
}

/** A build gives the names of each sheet a prefix of its own, "x9YqW3_heading" or "-9YqW3_heading"; by prefix, those that occur. */
function builtNames(text: string): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>()
  for (const [, prefix = '', name = ''] of text.matchAll(/(?<![\w-])([\w-]{5,9})_([a-z][a-zA-Z0-9]*)\b/g))
    names.set(prefix, (names.get(prefix) ?? new Set()).add(name))
  return names
}

test('every part of every component is in some exhibit', async ({request}) => {
  let [html, styles] = ['', '']
  for (const address of await exhibits(request)) html += await (await request.get(address)).text()
  for (const sheet of new Set([...html.matchAll(/href="([^"]+\.css)"/g)].map(([, address = '']) => address)))
    styles += await (await request.get(sheet)).text()
  const [built, shown] = [builtNames(styles), builtNames(html)]

  const folders = globSync('components/*/').map((folder) => path.basename(folder))
  const exhibited = folders.filter((folder) => !(folder in notExhibited))
  expect(exhibited.length).toBeGreaterThan(15)
  for (const folder of exhibited) {
    const sheets = sheetsOf(folder)
    expect
      .soft(sheets.length, `${folder} has nothing by which an exhibit could be told to show it`)
      .not.toBe(0)
    for (const names of sheets) {
      const prefixes = [...built].filter(
        ([, given]) => names.every((name) => given.has(name)) && given.size === names.length,
      )
      expect.soft(prefixes.length, `exhibits load the style of ${folder}: ${names}`).not.toBe(0)
      const missing = prefixes.flatMap(([prefix]) => names.filter((name) => !shown.get(prefix)?.has(name)))
      expect.soft(missing, `parts of ${folder} that no exhibit shows`).toEqual([])
    }
  }
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
