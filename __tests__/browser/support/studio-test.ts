import type {BrowserContext} from '@playwright/test'
import {siteUnderTest} from './sites-under-test.ts'
import {test as base} from './test.ts'

/**
 * For tests in the Studio. Its scripts are fetched and compiled once for all tests of a worker, which takes longer than
 * most tests; of everything else, such as cookies, storage and open pages, each test finds a new browser.
 */
export const test = base.extend<object, {studioContext: BrowserContext}>({
  studioContext: [
    async ({browser}, use) => {
      const context = await browser.newContext({
        baseURL: siteUnderTest().url,
        locale: 'en-GB',
        // What playwright.config.ts says of every test does not reach what a worker makes for all of its tests.
        reducedMotion: 'reduce',
      })
      await use(context)
      await context.close()
    },
    {scope: 'worker'},
  ],
  context: async ({studioContext}, use) => {
    await use(studioContext)
    await forgetAll(studioContext)
  },
})

/** All but what the browser has fetched from the site. */
async function forgetAll(context: BrowserContext): Promise<void> {
  for (const page of context.pages()) await page.close()
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', {
    origin: siteUnderTest().url,
    storageTypes: 'cookies,local_storage,indexeddb,service_workers,cache_storage',
  })
  await page.close()
}

export {expect} from '@playwright/test'
