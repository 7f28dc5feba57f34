import type {Page} from '@playwright/test'
import {expectWithinWidth} from './accessible.ts'
import {expect} from './test.ts'

/** The least that a reader may ask for: WCAG 2.2, success criterion 1.4.12. */
const spacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
`

/**
 * Sets the text of the page that is open as wide as readers may set it, until the next page is opened. The site's
 * policy lets no style element in, but a sheet that a reader's own program makes.
 */
export async function spaceTheText(page: Page): Promise<void> {
  const spaced = await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rules)
    document.adoptedStyleSheets.push(sheet)
    const {letterSpacing, fontSize} = getComputedStyle(document.body)
    return Number.parseFloat(letterSpacing) / Number.parseFloat(fontSize)
  }, spacing)
  expect(spaced).toBeCloseTo(0.12)
}

/**
 * Holds the page that is open to not scrolling sideways, and to showing all its words.
 * @param where - names the page in the message of a failure
 */
export async function expectWhole(page: Page, where: string): Promise<void> {
  await expectWithinWidth(page, where)
  expect(await wordsCutOff(page), `words cut off, ${where}`).toEqual([])
}

/** Words that reach beyond the box that cuts them off, which no scrolling would show. */
function wordsCutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cutter = (element: Element | null): Element => {
      if (element === null || element === document.body) return document.documentElement
      const {overflowX, overflowY} = getComputedStyle(element)
      return overflowX === 'visible' && overflowY === 'visible' ? cutter(element.parentElement) : element
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const lost: string[] = []
    while (texts.nextNode()) {
      const text = texts.currentNode
      const range = document.createRange()
      range.selectNodeContents(text)
      const cut = cutter(text.parentElement)
      const [words, box] = [range.getBoundingClientRect(), cut.getBoundingClientRect()]
      // Words for those who listen have a box that shows nobody anything.
      const isSeen = words.width > 0 && box.width > 1
      const isBeside = words.right > box.right + 1 || words.left < box.left - 1
      const isBelow = words.bottom > box.bottom + 1 || words.top < box.top - 1
      // Pages scroll down; what stands above one, such as the link that skips, does so on purpose.
      if (isSeen && (isBeside || (isBelow && cut !== document.documentElement)))
        lost.push(text.textContent ?? '')
    }
    return lost
  })
}

/**
 * Holds the page that is open, in forced colours, to words that all have the reader's colours. Axe cannot judge
 * contrasts there: it reads the colours that the browser has replaced.
 */
export async function expectReadersColours(page: Page, where: string): Promise<void> {
  const keptTheirs = await page.evaluate(() => {
    const canvas = getComputedStyle(document.body).backgroundColor
    // Pictures choose among the reader's colours themselves.
    return [...document.querySelectorAll('body *:not(svg, svg *)')]
      .filter((element) => element.textContent.trim() !== '')
      .filter((element) => {
        const {forcedColorAdjust, color} = getComputedStyle(element)
        return forcedColorAdjust !== 'auto' || color === canvas
      })
      .map(({outerHTML}) => outerHTML.slice(0, 120))
  })
  expect(keptTheirs, `words without the reader’s colours, ${where}`).toEqual([])
}
