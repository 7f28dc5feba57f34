import type {Page} from '@playwright/test'
import {expectAccessible} from './support/accessible.ts'
import {expect, test} from './support/test.ts'

const numberedClaim = 'claim-schools-improve'

/** The evidence of the claim with a number, on the page that is open. */
const evidenceOn = (page: Page) => page.getByRole('figure', {name: 'The evidence for this'}).first()

test('every claim is listed with its evidence and the pages that make it', async ({page}) => {
  await page.goto('/evidence')
  const claims = page.getByRole('main').getByRole('listitem')
  const numbered = claims.filter({hasText: 'only one in 10 schools'})
  for (const words of [
    'end of 2017',
    'sponsored academies in England',
    'of those that had been inspected',
    'It does not show that joining a trust was the reason',
    '23 January 2019',
  ])
    await expect(numbered).toContainText(words)
  await expect(numbered.getByRole('link', {name: /Press statement/})).toHaveAttribute(
    'href',
    /^https:\/\/www\.gov\.uk\//,
  )

  const spoken = claims.filter({hasText: 'It is more possible to be efficient'})
  await expect(spoken.getByRole('link')).toHaveText(['About us', 'Working with Us'])
  await spoken.getByRole('link', {name: 'Working with Us'}).click()
  await expect(page.getByRole('main')).toContainText('It is more possible to be efficient')
  await page.getByRole('link', {name: 'All our claims and their evidence'}).click()
  await expect(page).toHaveURL('/evidence')
})

test('the same claims are there as data, ahead of their visitors', async ({page, request}) => {
  await page.goto('/evidence')
  const statements = await page.locator('main li > p:first-child').allTextContents()
  expect(statements.length).toBeGreaterThan(5)
  for (const name of ['evidence.csv', 'evidence.json'])
    await expect(page.getByRole('link', {name})).toHaveAttribute('href', `/${name}`)

  const json = await request.get('/evidence.json')
  expect(json.headers()).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'x-nextjs-cache': 'HIT',
  })
  const {columns, claims} = await json.json()
  expect(claims.map(({statement}: {statement: string}) => statement)).toEqual(statements)
  expect(claims.find(({id}: {id: string}) => id === numberedClaim)).toMatchObject({
    kind: 'statistic',
    before: '1 in 10',
    after: 'almost 7 in 10',
    after_count: 7,
    as_at: 'end of 2017',
    used_on: [expect.stringMatching(/^https?:\/\/[^/]+\/working-with-us$/)],
  })

  const csv = await request.get('/evidence.csv')
  expect(csv.headers()).toMatchObject({
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': 'attachment; filename="evidence.csv"',
    'x-nextjs-cache': 'HIT',
  })
  const lines = (await csv.text()).split('\r\n')
  expect(lines[0]).toBe(`\uFEFF${Object.keys(columns).join(',')}`)
  expect(lines.filter((line) => line !== '')).toHaveLength(statements.length + 1)
})

test('what is below the list is not there', async ({request}) => {
  expect((await request.get('/evidence/deeper')).status()).toBe(404)
})

/** How the icons look: what fills a counted one and another, and what outlines it. */
async function looksOf(page: Page) {
  return evidenceOn(page)
    .locator('svg')
    .last()
    .locator('circle')
    .evaluateAll((icons) =>
      icons.map((icon) => {
        const {fill, stroke} = getComputedStyle(icon)
        return {fill, stroke}
      }),
    )
}

const media = [
  {name: 'on screen', options: {}},
  {name: 'on a dark screen', options: {colorScheme: 'dark'}},
  {name: 'in forced colours', options: {forcedColors: 'active'}},
  {name: 'on paper', options: {media: 'print'}},
] as const

for (const {name, options} of media) {
  test(`counted icons are full and the others hollow, ${name}`, async ({page}) => {
    await page.emulateMedia(options)
    await page.goto('/working-with-us')
    const looks = await looksOf(page)
    const [counted, other] = [looks[0], looks[9]]
    expect(looks).toEqual([...Array(7).fill(counted), ...Array(3).fill(other)])
    expect(counted?.fill, 'a disc is of one colour').toBe(counted?.stroke)
    expect(other?.fill, 'a ring shows what is behind it').not.toBe(other?.stroke)
    expect(other?.stroke).not.toBe('none')
    await expect(evidenceOn(page)).toContainText('almost 7 in 10 of those that had been inspected')
  })
}

// 1280 by 1024 px at 400 % is 320 by 256.
for (const size of [
  {width: 320, height: 800},
  {width: 320, height: 256},
]) {
  test(`the picture stands whole beside its words at ${size.width} by ${size.height} px`, async ({page}) => {
    await page.setViewportSize(size)
    for (const address of ['/working-with-us', '/evidence']) {
      await page.goto(address)
      const boxes = await evidenceOn(page)
        .locator('svg')
        .evaluateAll((pictures) => pictures.map((picture) => picture.getBoundingClientRect().toJSON()))
      expect(boxes).toHaveLength(2)
      for (const {left, right, width, height} of boxes) {
        expect(left).toBeGreaterThanOrEqual(0)
        expect(right).toBeLessThanOrEqual(size.width)
        expect(width / height, 'ten icons in a row').toBeCloseTo(10, 0)
      }
      await expectAccessible(page, `${address} at ${size.width} by ${size.height} px`)
    }
  })
}

test('a quotation has the quote marks that it was given, and no others', async ({page}) => {
  await page.goto('/working-with-us')
  const quotation = page.locator('figure > blockquote')
  await expect(quotation).toHaveText(/^‘Having worked .* flourish ‘$/)
  const added = await page
    .locator('figure:has(> blockquote), figure:has(> blockquote) *')
    .evaluateAll((elements) =>
      elements.flatMap((element) =>
        ['::before', '::after'].map((part) => getComputedStyle(element, part).content),
      ),
    )
  const marks = added.filter((content) => /quote|["“”‘’«»]/.test(content.replace(/^"|"$/g, '')))
  expect(marks).toEqual([])
})

test('the page for governors answers their questions, and each myth with its dated source', async ({
  page,
}) => {
  await page.goto('/joining')
  await page.getByRole('link', {name: 'What governors ask us'}).click()
  await expect(page.getByRole('heading', {level: 1})).toHaveText('What governors ask us')
  const ten = page.locator('section', {has: page.getByRole('heading', {name: 'Ten questions'})})
  await expect(ten.getByRole('heading', {level: 3})).toHaveCount(10)
  const myths = page.locator('section', {
    has: page.getByRole('heading', {name: 'Common myths about trusts'}),
  })
  await expect(myths.getByRole('heading', {level: 3})).toHaveCount(3)
  await expect(myths.getByText(/Source: .*\d{4}/)).toHaveCount(3)
  // The first step of those that the page names.
  await page.getByRole('link', {name: 'Find a school to talk to'}).click()
  await expect(page).toHaveURL('/schools')
})
