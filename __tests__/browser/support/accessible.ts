import AxeBuilder from '@axe-core/playwright'
import type {Page} from '@playwright/test'
import {expect} from './test.ts'

/**
 * Holds the page that is open to WCAG 2.2 AA as far as a program can tell, and to not scrolling sideways.
 * @param where - names the page in the message of a failure
 */
export async function expectAccessible(page: Page, where: string) {
  const {violations} = await new AxeBuilder({page})
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(
    violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)]),
    where,
  ).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, `${where} scrolls sideways`).toBeLessThanOrEqual(0)
}
