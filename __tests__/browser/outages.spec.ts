import {expectAccessible} from './support/accessible.ts'
import type {testPage} from './support/lake.ts'
import {type SecondSite, startSecondSite} from './support/second-site.ts'
import {siteUnderTest} from './support/sites-under-test.ts'
import {test as base, expect} from './support/test.ts'
import {type LakeState, startUnsteadyLake} from './support/unsteady-lake.ts'

type TestPage = ReturnType<typeof testPage>
type Unsteady = Awaited<ReturnType<typeof startUnsteadyLake>>

/** One second site for all tests of this file: they use pages of their own, and leave the lake well. */
const test = base.extend<
  {
    visit: (address: string) => Promise<{status: number; text: string; headers: {[name: string]: string}}>
    /** Tells the second site of a page, which the lake under test does not do, and waits until it has made it. */
    makeKnown: (page: TestPage) => Promise<void>
    /** Breaks the lake when the second site has made one of two pages, and knows only of the other that it is there. */
    breakBetween: (state: LakeState) => Promise<{made: TestPage; unmade: TestPage}>
  },
  {unsteadyLake: Unsteady; secondSite: SecondSite}
>({
  unsteadyLake: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the fixtures named, and this takes none.
    async ({}, use) => {
      const unsteadyLake = await startUnsteadyLake(`${siteUnderTest().url}/lake`)
      await use(unsteadyLake)
      await unsteadyLake.stop()
    },
    {scope: 'worker'},
  ],
  secondSite: [
    async ({unsteadyLake}, use) => {
      const secondSite = await startSecondSite(unsteadyLake.url)
      await use(secondSite)
      await secondSite.stop()
    },
    {scope: 'worker'},
  ],
  visit: async ({secondSite, unsteadyLake, request}, use) => {
    unsteadyLake.become('well')
    await use(async (address) => {
      const response = await request.get(`${secondSite.url}${address}`, {maxRedirects: 0})
      return {status: response.status(), text: await response.text(), headers: response.headers()}
    })
    unsteadyLake.become('well')
  },
  makeKnown: async ({visit, secondSite}, use) => {
    await use(async (page) => {
      await secondSite.notify(page)
      await expect.poll(async () => (await visit(`/${page.slug.current}`)).status).toBe(200)
    })
  },
  breakBetween: async ({publishPage, makeKnown, unsteadyLake}, use) => {
    await use(async (state) => {
      const unmade = await publishPage('A page not made yet', 'Asked for when the lake was broken.')
      const made = await publishPage('A page that stands', 'Made while the lake was well.')
      await makeKnown(made)
      unsteadyLake.become(state)
      return {made, unmade}
    })
  },
})

test('what is absent is a 404, and nothing to log', async ({visit, secondSite}) => {
  const said = secondSite.log().length
  const {status, text} = await visit('/nothing-of-the-kind')
  expect(status).toBe(404)
  expect(text).toContain('Page not found')
  expect(secondSite.log()).toHaveLength(said)
})

test('what may not be read is a 503 and one line in the log, and the pages that stand go on standing', async ({
  visit,
  breakBetween,
  secondSite,
  unsteadyLake,
}) => {
  const {made, unmade} = await breakBetween('refusing')
  const {status, headers} = await visit(`/${unmade.slug.current}`)
  expect(status).toBe(503)
  expect(headers).toMatchObject({'retry-after': '30', 'cache-control': 'no-store'})
  await visit(`/${unmade.slug.current}`)
  const said = secondSite.log().filter((line) => line.includes('SANITY_API_READ_TOKEN'))
  expect(said).toHaveLength(1)

  await secondSite.notify(made)
  const stood = await visit(`/${made.slug.current}`)
  expect([stood.status, stood.text.includes('Made while the lake was well.')]).toEqual([200, true])

  unsteadyLake.become('well')
  await expect
    .poll(async () => (await visit(`/${unmade.slug.current}`)).text)
    .toContain('Asked for when the lake was broken.')
})

for (const width of [1280, 375, 320]) {
  test(`a page that cannot be made says so in a whole page without script, ${width} pixels wide`, async ({
    browser,
    visit,
    breakBetween,
    secondSite,
    unsteadyLake,
  }) => {
    const {unmade} = await breakBetween('refusing')
    const context = await browser.newContext({javaScriptEnabled: false, viewport: {width, height: 800}})
    const page = await context.newPage()
    const refused: string[] = []
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refused.push(message.text())
    })
    await page.goto(`${secondSite.url}/${unmade.slug.current}`)
    const heading = page.getByRole('heading', {level: 1, name: 'This page is not available just now'})
    await expect(heading).toBeVisible()
    expect(await page.content()).not.toMatch(/<script|__next|Error:/)
    const box = await page.getByRole('main').boundingBox()
    expect(box?.width).toBe(width)
    const colour = await heading.evaluate((element) => getComputedStyle(element).color)
    expect(refused).toEqual([])

    unsteadyLake.become('well')
    await expect.poll(async () => (await visit(`/${unmade.slug.current}`)).status).toBe(200)
    await page.getByRole('link', {name: 'Try again'}).click()
    const made = page.getByRole('heading', {level: 1, name: 'A page not made yet'})
    await expect(made).toBeVisible()
    // The site's own look, not the browser's.
    await expect(made).toHaveCSS('color', colour)
    expect(colour).not.toBe('rgb(0, 0, 0)')
    await context.close()
  })
}

test('the page that says so is accessible', async ({page, breakBetween, secondSite}) => {
  const {unmade} = await breakBetween('gone')
  await page.goto(`${secondSite.url}/${unmade.slug.current}`)
  await expect(page).toHaveTitle('This page is not available just now')
  await expectAccessible(page, 'the page of an outage')
})

test('what is malformed is left out and logged, and the rest stands', async ({
  visit,
  publishPage,
  makeKnown,
  lake,
  secondSite,
}) => {
  const page = await publishPage('A page with a fault', 'The rest stands.')
  await lake
    .patch(page._id)
    .append('sections', [
      {_key: 'unknown', _type: 'sectionFromTheFuture'},
      {
        _key: 'broken',
        _type: 'callToActionSection',
        label: 7,
        target: {linkType: 'external', href: 'https://example.org'},
      },
    ])
    .commit()
  await makeKnown(page)
  const {status, text} = await visit(`/${page.slug.current}`)
  expect([status, text.includes('The rest stands.')]).toEqual([200, true])
  const said = secondSite.log().filter((line) => line.includes(page._id))
  expect(said).toEqual([
    expect.stringContaining('sectionFromTheFuture'),
    expect.stringContaining('callToActionSection broken'),
  ])
})

for (const state of ['gone', 'failing', 'silent'] satisfies LakeState[]) {
  test(`while the lake is ${state}, the last good page stays, one that is out of date too`, async ({
    visit,
    publishPage,
    makeKnown,
    lake,
    secondSite,
    unsteadyLake,
  }) => {
    const page = await publishPage('Through an outage', 'As it was.')
    const address = `/${page.slug.current}`
    await makeKnown(page)
    expect((await visit(address)).text).toContain('About: Through an outage')
    unsteadyLake.become(state)
    await lake.patch(page._id).set({summary: 'As it is now.'}).commit()
    await secondSite.notify(page)
    for (let attempt = 0; attempt < 5; attempt++) {
      const {status, text} = await visit(address)
      expect(status).toBe(200)
      expect(text).toContain('About: Through an outage')
    }

    unsteadyLake.become('well')
    await secondSite.notify(page)
    await expect.poll(async () => (await visit(address)).text).toContain('As it is now.')
  })
}

test('a page that was never made is a 503 while the lake is down, and no 404', async ({
  visit,
  breakBetween,
  unsteadyLake,
}) => {
  const {unmade} = await breakBetween('gone')
  expect((await visit(`/${unmade.slug.current}`)).status).toBe(503)
  unsteadyLake.become('well')
  await expect.poll(async () => (await visit(`/${unmade.slug.current}`)).status).toBe(200)
})
