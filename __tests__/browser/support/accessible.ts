import AxeBuilder from '@axe-core/playwright'
import type {Page} from '@playwright/test'
import {expect} from './test.ts'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Holds the page that is open to WCAG 2.2 AA as far as a program can tell, and to not scrolling sideways.
 * @param where - names the page in the message of a failure
 */
export async function expectAccessible(page: Page, where: string) {
  await expectNoViolation(axeOn(page).withTags(standards), where)
  await expectWithinWidth(page, where)
}

/** The same of the main part of a page, the rest of which others have made, as they have the Studio's bar. */
export async function expectMainPartAccessible(page: Page, where: string) {
  await expectNoViolation(axeOn(page).include('main').withTags(standards), where)
  await expectWithinWidth(page, where)
}

/** Holds the page that is open to contrasts that can be read, which is all that other colours can change. */
export async function expectReadableColours(page: Page, where: string) {
  await expectNoViolation(axeOn(page).withRules(['color-contrast', 'link-in-text-block']), where)
}

/** Holds the page that is open to not scrolling sideways. */
export async function expectWithinWidth(page: Page, where: string) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, `${where} scrolls sideways`).toBeLessThanOrEqual(0)
}

/** Axe in the page itself: it would open another to gather what frames say, of which the site has none. */
function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({page}).setLegacyMode().options({resultTypes: ['violations']})
}

async function expectNoViolation(rules: AxeBuilder, where: string) {
  // No page has frames of other origins, which the other mode opens a second page for, each time.
  const {violations} = await rules.setLegacyMode().analyze()
  expect(
    violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)]),
    where,
  ).toEqual([])
}
