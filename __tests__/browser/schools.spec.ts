import {randomUUID} from 'node:crypto'
import type {SanityClient} from '@sanity/client'
import {expectAccessible} from './support/accessible.ts'
import {untilSettled} from './support/freshness.ts'
import {test as base, expect} from './support/test.ts'

type School = {name: string; slug?: string; [field: string]: unknown}

const test = base.extend<{publishSchools: (schools: School[]) => Promise<string[]>}>({
  /** Publishes schools for one test, in one go, and deletes them afterwards. */
  publishSchools: async ({lake, request}, use) => {
    const made: string[] = []
    await use(async (schools) => {
      const documents = schools.map((school) => {
        const id = `test-${randomUUID()}`
        return {_id: id, _type: 'school', status: 'in-trust', ...school, slug: {current: id}}
      })
      made.push(...documents.map(({_id}) => _id))
      const creation = lake.transaction()
      for (const document of documents) creation.create<object>(document)
      await creation.commit()
      return documents.map(({_id}) => `/schools/${_id}`)
    })
    await deleteAll(lake, made)
    await untilSettled(request, lake)
  },
})

async function deleteAll(lake: SanityClient, ids: string[]) {
  const deletion = lake.transaction()
  for (const id of ids) deletion.delete(id)
  await deletion.commit()
}

test('a visitor finds a school by its phase and by a name with a letter wrong, without script', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({javaScriptEnabled: false, baseURL})
  const page = await context.newPage()
  await page.goto('/schools')
  await page.getByRole('link', {name: /^Primary \d/}).click()
  await expect(page).toHaveURL('/schools?phase=primary')
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', {name: /in the phase “Primary”/})).toBeVisible()
  await expect(main.getByRole('link', {name: 'Hallowby High School'})).toHaveCount(0)

  const words = main.getByRole('searchbox', {name: 'Name or place of a school'})
  await words.fill('halowby')
  await main.getByRole('button', {name: 'Find'}).click()
  await expect(page).toHaveURL(/phase=primary/)
  await expect(words).toHaveValue('halowby')
  await expect(main.getByRole('heading', {level: 2}).first()).toContainText('1 school found for “halowby”')

  await main.getByRole('link', {name: 'All phases'}).click()
  await expect(words).toHaveValue('halowby')
  await main.getByRole('link', {name: 'Hallowby High School'}).click()
  await expect(page.getByRole('heading', {level: 1})).toHaveText('Hallowby High School')
  await context.close()
})

test('what is typed is nothing but words, and what is no phase is passed over', async ({page, request}) => {
  const typed = '<b onclick="x">100% & “dŵr” ../talk</b>'
  await page.goto('/schools')
  await page.getByRole('searchbox').fill(typed)
  await page.getByRole('button', {name: 'Find'}).click()
  await expect(page.getByRole('searchbox')).toHaveValue(typed)
  await expect(page.getByRole('heading', {level: 2})).toContainText(typed)

  const kindly = await request.get('/schools?phase=kindergarten')
  expect(kindly.status()).toBe(200)
  expect(await kindly.text()).toContain('schools in our Trust')
})

test('whatever is typed is answered, dots and slashes too', async ({request}) => {
  for (const name of ['.', '..', '../..', '%2e%2e', '~', 'a/', '/']) {
    for (const phase of ['', 'primary']) {
      const answer = await request.get(`/schools?${new URLSearchParams({phase, name})}`)
      expect(answer.status(), name).toBe(200)
      expect((await answer.text()).includes(`value="${name}"`), name).toBe(true)
    }
  }
})

test('the answers have no script, are not kept, and are nobody’s address', async ({request}) => {
  for (const address of ['/schools?phase=primary', '/schools?name=hallowby']) {
    const answer = await request.get(address)
    expect(answer.status()).toBe(200)
    expect(await answer.text()).not.toMatch(/<script(?![^>]*ld\+json)/i)
    expect(answer.headers()['content-security-policy']).not.toContain('script-src')
    expect(answer.headers()['cache-control']).toBe('private, no-cache')
    expect((await request.get(address)).headers()['x-nextjs-cache'] ?? 'MISS').not.toBe('HIT')
  }
  for (const address of ['/schools/find/primary', '/schools/find/any/hallowby', '/schools/find'])
    expect((await request.get(address)).status(), address).toBe(404)
})

test('the picture bears the numbers of the list, in print and in a visitor’s own colours too', async ({
  page,
}) => {
  for (const media of [{}, {media: 'print'}, {forcedColors: 'active'}, {colorScheme: 'dark'}] as const) {
    await page.emulateMedia(media)
    await page.goto('/schools')
    const drawn = await page.locator('figure svg g text').allTextContents()
    expect(drawn.length).toBeGreaterThan(8)
    for (const number of drawn) {
      await expect(page.locator('figure svg g text', {hasText: new RegExp(`^${number}$`)})).toBeVisible()
      const item = page.getByRole('listitem').filter({hasText: `Number in the picture: ${number}`})
      await expect(item.first()).toBeVisible()
    }
    // A mark and its number are of different colours, and so are the mark and the ground.
    const colours = await page.locator('figure svg').evaluate((svg) => {
      const fill = (selector: string) => {
        const found = svg.querySelector(selector)
        return found === null ? '' : getComputedStyle(found).fill
      }
      return {ground: fill('rect'), mark: fill('g circle'), number: fill('g text')}
    })
    expect(colours.mark, JSON.stringify(media)).not.toBe(colours.ground)
    expect(colours.mark, JSON.stringify(media)).not.toBe(colours.number)
  }
})

test('a school that joins near another is named on its page, and one that moves away is not', async ({
  request,
  lake,
  publishSchools,
}) => {
  const [first = ''] = await publishSchools([{name: 'The First of Two', location: {lat: 58.5, lng: -3.5}}])
  expect(await (await request.get(first)).text()).not.toContain('The Second of Two')
  const [second = ''] = await publishSchools([{name: 'The Second of Two', location: {lat: 58.5, lng: -3.51}}])
  await expect.poll(async () => (await request.get(first)).text()).toContain('0.4 miles away')
  await lake.patch(second.slice('/schools/'.length)).set({status: 'left'}).commit()
  await expect.poll(async () => (await request.get(first)).text()).not.toContain('The Second of Two')
})

for (const width of [1280, 320]) {
  test(`schools are accessible at ${width} px, with some found and with none`, async ({page}) => {
    await page.setViewportSize({width, height: 800})
    for (const address of [
      '/schools?phase=primary',
      '/schools?name=hallowby',
      `/schools?name=${'q'.repeat(99)}`,
    ]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({colorScheme})
        await page.goto(address)
        await expectAccessible(page, `${address} at ${width} px, ${colorScheme}`)
      }
    }
  })
}
