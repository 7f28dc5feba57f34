import {randomUUID} from 'node:crypto'
import type {Page} from '@playwright/test'
import {expectAccessible} from './support/accessible.ts'
import {untilSettled} from './support/freshness.ts'
import {expect, test} from './support/test.ts'

async function search(page: Page, words: string) {
  await page.goto('/search')
  await page.getByRole('searchbox', {name: 'Search this site'}).fill(words)
  await page.getByRole('button', {name: 'Search'}).click()
}

test('a school is found with a letter wrong, and its page is one step away', async ({page}) => {
  await search(page, 'halowby')
  await expect(page.getByRole('heading', {level: 2})).toContainText('“halowby”')
  await expect(page.getByRole('searchbox')).toHaveValue('halowby')
  await page
    .getByRole('listitem')
    .getByRole('link', {name: /Hallowby/})
    .first()
    .click()
  await expect(page.getByRole('heading', {level: 1})).toContainText('Hallowby')
})

test('a claim is found, and leads to its evidence', async ({page}) => {
  await search(page, 'efficient wider oportunities')
  const found = page.getByRole('listitem').filter({hasText: 'Claim'})
  await found.getByRole('link', {name: /invest money/}).click()
  await expect(page).toHaveURL(/\/evidence#/)
  await expect(page.locator(':target')).toContainText('invest money')
})

for (const [typed, title, address] of [
  ['accessibility statement', 'Accessibility statement', '/accessibility-statement'],
  ['privacy', 'Cookies and privacy', '/privacy'],
  ['evidence', 'Our claims and their evidence', '/evidence'],
  ['top slice', 'What governors ask us', '/joining/what-governors-ask'],
  ['Sunniva Clay', 'Larkrigg School', '/schools/larkrigg-school'],
] as const) {
  test(`“${typed}” finds ${address} first`, async ({page}) => {
    await page.goto(`/search?q=${typed}`)
    const first = page.getByRole('main').getByRole('listitem').first().getByRole('link')
    await expect(first).toHaveText(title)
    await expect(first).toHaveAttribute('href', address)
  })
}

test('what is searched for stays in the address, and is nothing but words', async ({page}) => {
  const typed = '<b onclick="x">100% & “dŵr” ../api</b>'
  await search(page, typed)
  expect(new URL(page.url()).searchParams.get('q')).toBe(typed)
  await expect(page.getByRole('searchbox')).toHaveValue(typed)
  await page.reload()
  await expect(page.getByRole('searchbox')).toHaveValue(typed)
})

test('whatever is typed is answered, dots and slashes too', async ({request}) => {
  for (const typed of ['.', '..', '...', './..', '%2e', '~', '\\', '?', '#', 'a/', '/']) {
    const answer = await request.get(`/search?${new URLSearchParams({q: typed})}`)
    expect(answer.status(), typed).toBe(200)
    expect((await answer.text()).includes(`value="${typed}"`), typed).toBe(true)
  }
})

test('finding nothing helps, an empty search asks again', async ({page}) => {
  await search(page, 'qqqzzzxxx')
  await expect(page.getByRole('heading', {level: 2})).toHaveText('Nothing found for “qqqzzzxxx”')
  await expect(page.getByRole('main').getByRole('link', {name: 'All our schools'})).toBeVisible()
  await search(page, '   ')
  await expect(page.getByRole('heading', {level: 2})).toHaveCount(0)
  await expect(page.getByRole('searchbox')).toBeVisible()
})

test('what was just published is found by whoever searches first, what is held back or a draft is not', async ({
  page,
  lake,
  request,
  publishPage,
}) => {
  const word = `word${randomUUID().replaceAll('-', '')}`
  await page.goto(`/search?q=${word}`)
  await expect(page.getByRole('heading', {level: 2})).toContainText('Nothing found')
  const made = await publishPage(`Found by ${word}`, 'Words.')
  await untilSettled(request, lake)
  await page.goto(`/search?q=${word}`)
  await expect(page.getByRole('listitem').getByRole('link', {name: `Found by ${word}`})).toBeVisible()

  const draft = `word${randomUUID().replaceAll('-', '')}`
  await lake.create({...made, _id: `drafts.${made._id}`, title: `Not yet ${draft}`})
  await page.goto(`/search?q=${draft}`)
  await expect(page.getByRole('heading', {level: 2})).toContainText('Nothing found')

  await lake.delete(made._id)
  await untilSettled(request, lake)
  await page.goto(`/search?q=${word}`)
  await expect(page.getByRole('heading', {level: 2})).toContainText('Nothing found')
})

test('pages that answer a search have no script, are not kept, and are nobody’s address', async ({
  request,
}) => {
  const answer = await request.get('/search?q=joining')
  expect(answer.status()).toBe(200)
  expect(await answer.text()).not.toMatch(/<script/i)
  expect(answer.headers()['content-security-policy']).not.toContain('script-src')
  expect(answer.headers()['x-nextjs-cache'] ?? 'MISS').not.toBe('HIT')
  expect(answer.headers()['cache-control']).toBe('private, no-cache')
  expect((await request.get('/search?q=joining')).headers()['x-nextjs-cache'] ?? 'MISS').not.toBe('HIT')
  expect((await request.get('/search/for/joining')).status()).toBe(404)
  expect((await request.get('/search/elsewhere')).status()).toBe(404)
})

for (const width of [1280, 320]) {
  test(`the search is accessible at ${width} px, with results and with none`, async ({page}) => {
    await page.setViewportSize({width, height: 800})
    for (const address of ['/search', '/search?q=school', `/search?q=${'long'.repeat(25)}`]) {
      await page.goto(address)
      await expectAccessible(page, `${address} at ${width} px`)
    }
  })
}
