import type {APIRequestContext, Page} from '@playwright/test'
import sharp from 'sharp'
import {untilSettled} from './support/freshness.ts'
import {testPage} from './support/lake.ts'
import {openInStudio, openProblems} from './support/studio.ts'
import {test as base, expect} from './support/test.ts'

type Document = {_id: string; _type: string; [field: string]: unknown}

const test = base.extend<{create: (...documents: Document[]) => Promise<void>}>({
  /** Makes documents for this test alone; they are deleted afterwards. */
  create: async ({lake}, use) => {
    const made: string[] = []
    await use(async (...documents) => {
      const creation = lake.transaction()
      for (const document of documents) creation.create<object>(document)
      await creation.commit()
      made.push(...documents.map(({_id}) => _id))
    })
    await lake.delete({query: '*[_id in $made]', params: {made}})
  },
})

/** What a page says of itself to machines. */
async function headOf(page: Page, address: string) {
  await page.goto(address)
  return page.evaluate(() => {
    const content = (name: string) =>
      document.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute('content') ??
      null
    const blocks = [...document.querySelectorAll('script[type="application/ld+json"]')]
    return {
      title: document.title,
      description: content('description'),
      robots: content('robots'),
      canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? null,
      shared: {
        title: content('og:title'),
        site: content('og:site_name'),
        address: content('og:url'),
        picture: content('og:image') ?? '',
        card: content('twitter:card'),
      },
      data: blocks.map(({textContent}) => JSON.parse(textContent ?? '')),
    }
  })
}

async function expectPicture(request: APIRequestContext, address: string) {
  const response = await request.get(address)
  expect(response.status(), address).toBe(200)
  expect(response.headers()['content-type']).toBe('image/png')
  const picture = await response.body()
  expect(await sharp(picture).metadata()).toMatchObject({format: 'png', width: 1200, height: 630})
  // Some networks leave out what is heavier.
  expect(picture.length).toBeLessThan(300_000)
}

const places = [
  {
    address: '/',
    title: 'Wrenfold Schools Trust: nine schools, one community',
    picture: '/share/home.png',
    data: ['EducationalOrganization'],
  },
  {
    address: '/working-with-us',
    title: 'Working with Us – Wrenfold Schools Trust',
    picture: '/share/working-with-us.png',
    data: [],
  },
  {
    address: '/joining/due-diligence',
    title: 'Due diligence before joining – Wrenfold Schools Trust',
    picture: '/share/joining/due-diligence.png',
    data: ['BreadcrumbList'],
  },
  {
    address: '/schools',
    title: 'Our schools – Wrenfold Schools Trust',
    picture: '/share/schools.png',
    data: [],
  },
  {
    address: '/evidence',
    title: 'Our claims and their evidence – Wrenfold Schools Trust',
    picture: '/share/evidence.png',
    data: [],
  },
]

for (const {address, title, picture, data} of places) {
  test(`${address} says what it is to search engines and networks`, async ({page, request, baseURL}) => {
    const head = await headOf(page, address)
    expect(head).toMatchObject({
      title,
      canonical: `${baseURL}${address === '/' ? '' : address}`,
      shared: {
        title: title.replace(' – Wrenfold Schools Trust', ''),
        site: 'Wrenfold Schools Trust',
        picture: `${baseURL}${picture}`,
        card: 'summary_large_image',
      },
    })
    expect(head.description?.length).toBeGreaterThan(20)
    expect(head.data.map((block) => block['@type'])).toEqual(data)
    await expectPicture(request, picture)
  })
}

test('a school says whose it is, and its number in the register', async ({page, request, baseURL, lake}) => {
  const inTrust = '*[_type == "school" && status == "in-trust"] | order(_id)[0].slug.current'
  const address = `/schools/${await lake.fetch(inTrust, {}, {perspective: 'published'})}`
  const head = await headOf(page, address)
  const heading = await page.getByRole('heading', {level: 1}).textContent()
  expect(head.title).toBe(`${heading} – Wrenfold Schools Trust`)
  expect(head.canonical).toBe(`${baseURL}${address}`)
  const [school, trail] = head.data
  expect(school).toMatchObject({
    '@type': 'School',
    name: heading,
    url: `${baseURL}${address}`,
    identifier: {'@type': 'PropertyValue', propertyID: 'URN', value: expect.stringMatching(/^\d{6}$/)},
    parentOrganization: {'@type': 'EducationalOrganization', '@id': `${baseURL}/#trust`},
  })
  expect(trail.itemListElement.map(({item}: {item: string}) => item)).toEqual([
    `${baseURL}/`,
    `${baseURL}/schools`,
    `${baseURL}${address}`,
  ])
  const steps = page.getByRole('navigation', {name: 'Breadcrumbs'}).getByRole('listitem')
  await expect(steps).toHaveText(['Home', 'Our schools', heading ?? ''])
  await expectPicture(request, head.shared.picture)

  const {canonical, data} = await headOf(page, `${address}/talk`)
  expect(canonical).toBe(`${baseURL}${address}/talk`)
  expect(data.map((block) => block['@type'])).toEqual(['BreadcrumbList'])
  expect(data[0].itemListElement.at(-1).item).toBe(canonical)
})

test('a nested page shows the way to it, and follows the name of the page above', async ({
  page,
  publishPage,
  create,
  lake,
  request,
}) => {
  const above = await publishPage('The page above', 'Words.')
  const address = `/${above.slug.current}/below`
  const slug = {_type: 'slug', current: address.slice(1)}
  await create({...testPage('The page below', 'Words.'), slug})
  await untilSettled(request, lake)
  await page.goto(address)
  const steps = page.getByRole('navigation', {name: 'Breadcrumbs'}).getByRole('listitem')
  await expect(steps).toHaveText(['Home', 'The page above', 'The page below'])
  await expect(steps.last()).toHaveAttribute('aria-current', 'page')

  await lake.patch(above._id).set({title: 'Another name'}).commit()
  await untilSettled(request, lake)
  await page.reload()
  await expect(steps).toHaveText(['Home', 'Another name', 'The page below'])
  await steps.getByRole('link', {name: 'Another name'}).click()
  await expect(page).toHaveURL(`/${above.slug.current}`)
})

test('what staff keep out of search engines is marked so and not in the sitemap', async ({
  page,
  publishPage,
  lake,
  request,
}) => {
  const made = await publishPage('Not to be found', 'Words.')
  const address = `/${made.slug.current}`
  await expect.poll(async () => (await request.get('/sitemap.xml')).text()).toContain(address)
  await lake
    .patch(made._id)
    .set({seo: {title: 'For search', description: 'Words for search.', hideFromSearch: true}})
    .commit()
  await untilSettled(request, lake)
  expect(await (await request.get('/sitemap.xml')).text()).not.toContain(address)
  const head = await headOf(page, address)
  expect(head).toMatchObject({
    title: 'For search – Wrenfold Schools Trust',
    description: 'Words for search.',
    robots: expect.stringContaining('noindex'),
  })
})

test('the sitemap says on which day what a page shows last changed', async ({publishPage, lake, request}) => {
  const made = await publishPage('Dated', 'Words.')
  const changed = (await lake.getDocument(made._id))?._updatedAt.slice(0, 10)
  const entry = new RegExp(`/${made.slug.current}</loc>\\s*<lastmod>${changed}</lastmod>`)
  await expect.poll(async () => (await request.get('/sitemap.xml')).text()).toMatch(entry)
})

test('the picture of a page follows its title, whatever the title is', async ({
  publishPage,
  lake,
  request,
}) => {
  const made = await publishPage('Short', 'Words.')
  const address = `/share/${made.slug.current}.png`
  const seen = new Set<string>()
  const titles = [
    'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch a’r Tŷ Ŵyl',
    'مدرسة الأمل',
    'Schools 🎉 日本',
    'A title without an end '.repeat(900),
  ]
  await untilSettled(request, lake)
  await expectPicture(request, address)
  for (const title of titles) {
    await lake.patch(made._id).set({title}).commit()
    await untilSettled(request, lake)
    await expectPicture(request, address)
    seen.add((await (await request.get(address)).body()).toString('base64'))
  }
  expect(seen.size).toBe(titles.length)
})

test('only what is published has a picture', async ({request}) => {
  for (const address of ['/share/no-such-page.png', '/share/schools/none.png', '/share/api/health.png'])
    expect((await request.get(address)).status(), address).toBe(404)
})

test('the manifest names the Trust and its icons are there', async ({page, request}) => {
  await page.goto('/')
  const address = await page.locator('link[rel=manifest]').getAttribute('href')
  const manifest = await (await request.get(address ?? '')).json()
  expect(manifest).toMatchObject({name: 'Wrenfold Schools Trust', start_url: '/'})
  expect(manifest.icons.map(({purpose}: {purpose?: string}) => purpose)).toContain('maskable')
  for (const {src, sizes} of manifest.icons) {
    const {width, height} = await sharp(await (await request.get(src)).body()).metadata()
    expect(`${width}x${height}`).toBe(sizes)
  }
  const icons = page.locator('link[rel=icon], link[rel=apple-touch-icon]')
  await expect(icons).toHaveCount(3)
  for (const icon of await icons.all())
    expect((await request.get((await icon.getAttribute('href')) ?? '')).status()).toBe(200)
})

test('who asks for /favicon.ico without reading a page gets the mark in three sizes', async ({request}) => {
  const answer = await request.get('/favicon.ico')
  expect(answer.headers()['content-type']).toBe('image/x-icon')
  const file = await answer.body()
  const pictures = Array.from({length: file.readUInt16LE(4)}, async (_, index) => {
    const entry = 6 + 16 * index
    const start = file.readUInt32LE(entry + 12)
    const picture = sharp(file.subarray(start, start + file.readUInt32LE(entry + 8)))
    const {format, width, height} = await picture.metadata()
    return {said: [file.readUInt8(entry), file.readUInt8(entry + 1)], is: [width, height], format}
  })
  expect(await Promise.all(pictures)).toEqual(
    [16, 32, 48].map((size) => ({said: [size, size], is: [size, size], format: 'png'})),
  )
})

test('a chain of redirects is one step, as honest as its least lasting part, and a circle leads nowhere', async ({
  lake,
  create,
  request,
  publishPage,
}) => {
  const made = await publishPage('Where it ends', 'Words.')
  const end = `/${made.slug.current}`
  const redirects = [
    {from: `${end}-one`, to: `${end}-two`, permanent: true},
    {from: `${end}-two`, to: end, permanent: true},
    {from: `${end}-detour`, to: `${end}-one`, permanent: false},
    {from: `${end}-circle`, to: `${end}-round`, permanent: true},
    {from: `${end}-round`, to: `${end}-circle`, permanent: true},
  ]
  await create(
    ...redirects.map((redirect, index) => ({
      _id: `${made._id}-redirect-${index}`,
      _type: 'redirect',
      ...redirect,
    })),
  )
  await untilSettled(request, lake)
  const answers = await Promise.all(
    ['one', 'one/', 'ONE', 'two', 'two?q=a%20b', 'detour/?from=elsewhere', 'circle', 'round'].map(
      async (name) => {
        const response = await request.get(`${end}-${name}`, {maxRedirects: 0})
        const {location = null, 'cache-control': kept} = response.headers()
        return [name, response.status(), location, location === null || kept]
      },
    ),
  )
  // Nobody may keep where an address led: what has moved may move back.
  expect(answers).toEqual([
    ['one', 308, end, 'no-cache'],
    ['one/', 308, end, 'no-cache'],
    ['ONE', 308, end, 'no-cache'],
    ['two', 308, end, 'no-cache'],
    ['two?q=a%20b', 308, `${end}?q=a+b`, 'no-cache'],
    ['detour/?from=elsewhere', 307, `${end}?from=elsewhere`, 'no-cache'],
    ['circle', 404, null, true],
    ['round', 404, null, true],
  ])
  const inCapitals = await request.get(end.toUpperCase(), {maxRedirects: 0})
  expect([inCapitals.status(), inCapitals.headers().location]).toEqual([308, end])
  expect((await request.get(`${end}-NOWHERE`, {maxRedirects: 0})).status()).toBe(404)
})

test('a visitor who followed a page to its new address follows it back again', async ({
  page,
  lake,
  request,
  publishPage,
}) => {
  const made = await publishPage('There and back', 'Words.')
  const address = `/${made.slug.current}`
  const rename = async (slug: string) => {
    await lake.patch(made._id).set({'slug.current': slug}).commit()
    await untilSettled(request, lake)
  }
  const visit = async () => {
    await page.goto(address)
    await expect(page.getByRole('heading', {level: 1})).toHaveText('There and back')
  }
  await untilSettled(request, lake)
  await visit()
  await rename(`${made.slug.current}-there`)
  await visit()
  await expect(page).toHaveURL(`${address}-there`)
  await rename(made.slug.current)
  await visit()
  await expect(page).toHaveURL(address)
  await lake.delete({
    query: '*[_type == "redirect" && string::startsWith(from, $address)]',
    params: {address},
  })
})

test('the Studio refuses a redirect that would run in a circle', async ({create, page}) => {
  const id = `test-${crypto.randomUUID()}`
  const redirect = {_type: 'redirect', permanent: true}
  await create(
    {...redirect, _id: `${id}-back`, from: `/${id}-b`, to: `/${id}-a`},
    {...redirect, _id: `drafts.${id}`, from: `/${id}-a`, to: `/${id}-b`},
  )
  await openInStudio(page, 'redirect', id)
  await expect(page.getByTestId('action-publish')).toBeDisabled()
  await page.getByTestId('field-to').getByTestId('input-validation-icon-error').hover()
  await expect(page.getByText(`Other redirects lead from /${id}-b back to /${id}-a`)).toBeVisible()
})

test('the Studio says when a redirect leads to where nothing is', async ({create, page}) => {
  const id = `test-${crypto.randomUUID()}`
  await create({
    _id: `drafts.${id}`,
    _type: 'redirect',
    from: `/${id}`,
    to: `/${id}-nowhere`,
    permanent: true,
  })
  const panel = await openProblems(page, 'redirect', id)
  await expect(panel.getByText(new RegExp(`^Nothing is published at /${id}-nowhere`))).toHaveCount(1)
  await expect(page.getByTestId('action-publish')).toBeEnabled()
})
