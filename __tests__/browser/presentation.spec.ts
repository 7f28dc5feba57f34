import {randomUUID} from 'node:crypto'
import {expectAccessible} from './support/accessible.ts'
import {openInStudio, writeField} from './support/studio.ts'
import {expect, test} from './support/studio-test.ts'

test('Preview shows a draft while it is typed, and a click leads to the words', async ({
  page,
  publishPage,
  request,
}) => {
  const made = await publishPage('Seen before it is seen', 'Words to preview.')
  const address = `/${made.slug.current}`
  await page.goto(`/studio/presentation?preview=${encodeURIComponent(address)}`)
  const site = page.frameLocator('iframe').first()
  await expect(site.getByRole('heading', {level: 1})).toHaveText(/Seen before it is seen/, {timeout: 40_000})

  await writeField(page, 'title', 'Seen while it is typed')
  await expect(site.getByRole('heading', {level: 1})).toHaveText(/Seen while it is typed/)
  expect(await (await request.get(address)).text()).not.toContain('Seen while it is typed')

  await site.getByText('Words to preview.').hover()
  await site.getByText('Words to preview.').click()
  await expect(page.getByTestId('nested-object-dialog')).toBeVisible()
})

test('a page that nobody has published is seen in Preview alone', async ({page, lake, request}) => {
  const id = `test-draft-${Date.now()}`
  await lake.create({
    _id: `drafts.${id}`,
    _type: 'page',
    title: 'Not yet',
    slug: {_type: 'slug', current: id},
    sections: [],
  })
  expect((await request.get(`/${id}`)).status()).toBe(404)
  await page.goto(`/studio/presentation?preview=/${id}`)
  await expect(page.frameLocator('iframe').first().getByRole('heading', {level: 1})).toHaveText(/Not yet/, {
    timeout: 40_000,
  })
  expect((await request.get(`/${id}`)).status()).toBe(404)
  await lake.delete(`drafts.${id}`)
})

test('Preview shows what is published to who chooses to see that', async ({page, lake, publishPage}) => {
  const made = await publishPage('As it is published', 'Words that stay.')
  await lake.create({...made, _id: `drafts.${made._id}`, title: 'As it may become'})
  const address = encodeURIComponent(`/${made.slug.current}`)
  const heading = page.frameLocator('iframe').first().getByRole('heading', {level: 1})

  await page.goto(`/studio/presentation?preview=${address}`)
  await expect(heading).toHaveText(/As it may become/, {timeout: 40_000})
  await page.goto(`/studio/presentation?preview=${address}&perspective=published`)
  await expect(heading).toHaveText(/As it is published/, {timeout: 40_000})
  await expect(page.frameLocator('iframe').first().getByText('You see what visitors see.')).toBeVisible()
})

test('a draft is accessible, with the mark of what is held back and the bar that leads out', async ({
  page,
}) => {
  await page.goto('/studio/presentation?preview=/working-with-us')
  await expect(page.frameLocator('iframe').first().getByRole('heading', {level: 1})).toBeVisible({
    timeout: 40_000,
  })
  for (const width of [1280, 320]) {
    await page.setViewportSize({width, height: 800})
    await page.goto('/working-with-us')
    await expect(page.getByText('Visitors do not see this.')).toBeVisible()
    await expect(page.getByRole('complementary', {name: 'Preview'})).toBeVisible()
    await expectAccessible(page, `the draft at ${width} px`)
  }
})

test('draft mode needs a secret from the Studio', async ({request}) => {
  for (const query of [
    '',
    '?sanity-preview-secret=guessed',
    '?sanity-preview-secret=guessed&sanity-preview-pathname=/',
  ]) {
    const answer = await request.get(`/api/draft-mode/enable${query}`, {maxRedirects: 0})
    expect(answer.status(), query).toBeGreaterThanOrEqual(400)
    expect(answer.headers()['set-cookie']).toBeUndefined()
  }
})

test('the link that no editor has filled in yet is held back, and comes alive with its address', async ({
  page,
  lake,
  request,
}) => {
  const announcement = 'There are many myths about working in MATs'
  const resource = await lake.fetch<{_id: string}>(
    '*[_type == "resource" && _id in *[slug.current == "working-with-us"].sections[].resource._ref][0]{_id}',
  )
  const read = async () => (await request.get('/working-with-us')).text()
  expect(await read()).not.toContain(announcement)
  await openInStudio(page, 'resource', resource._id)
  await page.goto('/studio/presentation?preview=/working-with-us')
  await expect(page.frameLocator('iframe').first().getByText(announcement)).toBeVisible({timeout: 40_000})

  await lake.patch(resource._id).set({url: 'https://www.example.org/myths'}).commit()
  await expect.poll(read).toContain('https://www.example.org/myths')
  expect(await read()).toContain(announcement)
  await lake.patch(resource._id).unset(['url']).commit()
  await expect.poll(read).not.toContain(announcement)
})

test.describe('a secret from the Studio', () => {
  const secret = randomUUID()
  const enable = (path: string) =>
    `/api/draft-mode/enable?${new URLSearchParams({
      'sanity-preview-secret': secret,
      'sanity-preview-perspective': 'drafts',
      'sanity-preview-pathname': path,
    })}`

  test.beforeEach(async ({lake}) => {
    const document = {_id: `drafts.${secret}`, _type: 'sanity.previewUrlSecret', secret, source: 'test'}
    await lake.createOrReplace({...document, studioUrl: 'http://localhost/studio'})
  })
  test.afterEach(async ({lake}) => {
    await lake.delete(`drafts.${secret}`)
  })

  test('opens a preview whose cookies no script reads and no other site sends', async ({request}) => {
    const answer = await request.get(enable('/schools'), {maxRedirects: 0})
    expect(answer.status()).toBe(307)
    expect(answer.headers().location).toMatch(/^\/schools(\?|$)/)
    const cookies = answer
      .headersArray()
      .filter(({name, value}) => name.toLowerCase() === 'set-cookie' && !value.includes('1970'))
      .map(({value}) => value)
    expect(cookies.map((cookie) => cookie.split('=', 1)[0])).toEqual(
      expect.arrayContaining(['__prerender_bypass', 'sanity-preview-perspective']),
    )
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; *HttpOnly/i)
      expect(cookie).toMatch(/; *SameSite=lax/i)
      // A local site has no HTTPS, and not every browser makes an exception for localhost.
      expect(cookie).not.toMatch(/; *Secure/i)
    }
  })

  for (const path of [
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example/',
    '/.//evil.example',
  ])
    test(`opens none at ${JSON.stringify(path)}`, async ({request}) => {
      const answer = await request.get(enable(path), {maxRedirects: 0})
      expect(answer.status()).toBe(400)
      expect(answer.headers()['set-cookie']).toBeUndefined()
    })
})
