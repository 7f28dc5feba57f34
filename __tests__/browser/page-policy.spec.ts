import {gzipSync} from 'node:zlib'
import type {APIRequestContext, Page} from '@playwright/test'
import {mappedAddresses} from './support/addresses.ts'
import {expect, test} from './support/test.ts'

/** Every address of the site's own map, and one where nothing is. */
async function publicAddresses(request: APIRequestContext): Promise<string[]> {
  return [...(await mappedAddresses(request)), '/no-such-page']
}

/** What the browser says about the page's policy. */
function violations(page: Page): string[] {
  const said: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|Content-Security-Policy/i.test(message.text())) said.push(message.text())
  })
  return said
}

const executable = /<script(?![^>]*type="application\/ld\+json")|<link[^>]*(modulepreload|as="script")/i

test('no public page has any script, nor a policy under which one would run', async ({request}) => {
  const addresses = await publicAddresses(request)
  expect(addresses.length).toBeGreaterThan(15)
  for (const address of addresses) {
    const answer = await request.get(address)
    expect(await answer.text(), address).not.toMatch(executable)
    const {'content-security-policy': policy = '', ...headers} = answer.headers()
    expect(policy, address).toMatch(/^default-src 'none'; /)
    expect(policy, address).not.toMatch(/script-src|unsafe/)
    expect(policy, address).toContain("frame-ancestors 'none'")
    expect(headers, address).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'speculation-rules': '"/speculation-rules.json"',
    })
    expect(headers['set-cookie'], address).toBeUndefined()
  }
})

test('every answer has a policy under which nothing runs because it is in the page', async ({request}) => {
  const [studio = '', site = ''] = await Promise.all(
    ['/studio', '/working-with-us'].map(async (address) => (await request.get(address)).text()),
  )
  const fileOf = (html: string, pattern: RegExp) => pattern.exec(html)?.[0] ?? 'none'
  const addresses = [
    '/studio',
    '/studio/',
    '/lake',
    '/lake/',
    '/api/',
    '/_next/',
    fileOf(studio, /\/studio\/static\/[^"]+\.js/),
    '/studio/static/none.js',
    fileOf(site, /\/_next\/static\/[^"]+\.css/),
    '/_next/none',
    '/api/health',
    '/api/none',
    '/lake/v2025-02-19/data/query/production?query=1',
    '/lake/none',
    fileOf(site, /\/lake\/images\/[^? ]+/),
    '/robots.txt',
    '/favicon.ico',
    '/evidence.csv',
    '/share/home.png',
    '/search?q=reading',
    '/home',
  ]
  for (const address of addresses) {
    const headers = (await request.get(address, {maxRedirects: 0})).headers()
    const policy = headers['content-security-policy']
    expect(policy, address).toMatch(/(default|script)-src '(none|self)'/)
    expect(policy, address).not.toMatch(/script-src[^;]*unsafe/)
    expect(headers, address).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': expect.stringMatching(
        /^(strict-origin-when-cross-origin|strict-origin|same-origin)$/,
      ),
      'permissions-policy': expect.stringContaining('camera=()'),
    })
    expect(headers['set-cookie'], address).toBeUndefined()
  }
  const refused = await request.put('/studio')
  expect(refused.status()).toBe(405)
  expect(refused.headers()['content-security-policy']).toContain("default-src 'none'")
})

test('whoever makes up a cookie of the preview gets the page of any visitor', async ({request}) => {
  const answer = await request.get('/working-with-us', {headers: {cookie: '__prerender_bypass=abc'}})
  expect(answer.headers()['content-security-policy']).not.toMatch(/script-src|unsafe|frame-ancestors 'self'/)
})

test('a page that is new, or was just made again, has no script either', async ({
  request,
  lake,
  publishPage,
}) => {
  const made = await publishPage('A new page', 'Words.')
  const address = `/${made.slug.current}`
  await expect.poll(async () => (await request.get(address)).status()).toBe(200)
  expect(await (await request.get(address)).text()).not.toMatch(executable)

  await lake.patch(made._id).set({title: 'Made again'}).commit()
  await expect.poll(async () => (await request.get(address)).text()).toContain('Made again')
  expect(await (await request.get(address)).text()).not.toMatch(executable)
})

test('nothing on a public page breaks its own policy, and nothing is kept in the browser', async ({
  page,
  context,
  request,
}) => {
  test.setTimeout(180_000)
  const said = violations(page)
  for (const address of await publicAddresses(request)) {
    await page.goto(address, {waitUntil: 'load'})
    expect(said, address).toEqual([])
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
    }))
    expect(kept, address).toEqual({local: 0, session: 0, databases: 0})
  }
  expect(await context.cookies()).toEqual([])
})

test('a draft runs the scripts that its nonce names, in the Studio’s frame alone', async ({
  page,
  publishPage,
}) => {
  const made = await publishPage('A draft with a policy', 'Words.')
  const address = `/${made.slug.current}`
  const said = violations(page)
  await page.goto(`/studio/presentation?preview=${encodeURIComponent(address)}`)
  const site = page.frameLocator('iframe').first()
  await expect(site.getByRole('heading', {level: 1})).toHaveText(/A draft with a policy/, {timeout: 40_000})
  expect(said.filter((words) => words.includes('nonce'))).toEqual([])

  const one = await page.request.get(address)
  const other = await page.request.get(address)
  const nonce = (policy = '') => /script-src [^;]*'nonce-([^']{20,})'/.exec(policy)?.[1]
  const [first, second] = [one, other].map((answer) => nonce(answer.headers()['content-security-policy']))
  expect(first).toBeDefined()
  expect(second).not.toBe(first)
  expect(one.headers()['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/)
  expect(one.headers()['content-security-policy']).toContain("frame-ancestors 'self'")
  const scripts = [...(await one.text()).matchAll(/<script[^>]*>/g)].map(([tag]) => tag)
  expect(scripts.length).toBeGreaterThan(3)
  expect(scripts.filter((tag) => !tag.includes(`nonce="${first}"`) && !tag.includes('ld+json'))).toEqual([])
})

test('a browser fetches the page ahead that a visitor points at', async ({page, publishPage}) => {
  const made = await publishPage('Pointed at', 'Words.')
  const ahead: string[] = []
  page.context().on('request', (request) => {
    if (request.headers()['sec-purpose']?.startsWith('prefetch')) ahead.push(new URL(request.url()).pathname)
  })
  await page.goto('/working-with-us')
  const rules = await (await page.request.get('/speculation-rules.json')).json()
  expect(JSON.stringify(rules)).not.toContain(made.slug.current)
  await page.getByRole('banner').getByRole('link', {name: 'Our schools'}).hover()
  await expect.poll(() => ahead).toContain('/schools')
  await page.goto('/schools')
  ahead.length = 0
  // A finger on a link fetches at once.
  await page.getByRole('link', {name: /^Special/}).hover()
  await page.mouse.down()
  await page.getByRole('banner').getByRole('link', {name: 'Contact'}).hover()
  await page.mouse.up()
  await page.getByRole('banner').getByRole('link', {name: 'Contact'}).hover()
  await expect.poll(() => ahead).toContain('/contact')
  expect(ahead).not.toContain('/schools')
})

test('Working with Us stays within its weight', async ({page, request}) => {
  const answer = await request.get('/working-with-us')
  expect(gzipSync(await answer.body()).length, 'HTML').toBeLessThanOrEqual(14 * 1024)

  const bytes = {stylesheet: 0, font: 0, script: 0}
  page.on('response', async (response) => {
    const kind = response.request().resourceType()
    if (kind === 'stylesheet' || kind === 'font' || kind === 'script') {
      const body = await response.body()
      bytes[kind] += kind === 'font' ? body.length : gzipSync(body).length
    }
  })
  await page.goto('/working-with-us', {waitUntil: 'networkidle'})
  expect(bytes.script).toBe(0)
  expect(bytes.stylesheet).toBeLessThanOrEqual(12 * 1024)
  expect(bytes.font).toBeLessThanOrEqual(60 * 1024)
})
