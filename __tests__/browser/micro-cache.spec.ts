import type {OutgoingHttpHeaders} from 'node:http'
import {setTimeout as wait} from 'node:timers/promises'
import {draftModeCookie} from '../../lib/draft-mode-cookie.ts'
import {readDraftKey} from '../../sanity/lib/requests/draft-key.ts'
import type {SeveralMachines, SiteProcess} from '../../scripts/testing/several-machines.ts'
import {askNginx, oftenEnough} from './support/ask-nginx.ts'
import {lakeClient, testPage} from './support/lake.ts'
import {prepareMachines, releasedTree, tell} from './support/machines.ts'
import {siteUnderTest} from './support/sites-under-test.ts'
import {expect, test} from './support/test.ts'

/** A process of the built site behind nginx, which keeps pages for half a second. */
let machines: SeveralMachines
let site: SiteProcess

const page = testPage('Kept for a moment', 'As it was at first.')
const other = testPage('Kept and taken away', 'Soon to be gone.')
const address = `/${page.slug.current}`
const otherAddress = `/${other.slug.current}`
const lake = () => lakeClient(siteUnderTest().url)

test.describe.configure({mode: 'serial'})

test.beforeAll(async () => {
  machines = await prepareMachines()
  site = await machines.startProcess(0)
  await machines.startNginx()
  await Promise.all([lake().create(page), lake().create(other)])
  for (const written of [page, other]) {
    await tell(site.url, written)
    await expect.poll(async () => (await ask(`/${written.slug.current}`)).status).toBe(200)
  }
})

test.afterAll(async () => {
  await machines.remove()
  await lake().delete(page._id)
})

const ask = (path: string, headers: OutgoingHttpHeaders = {}, method = 'GET') =>
  askNginx(machines.url, path, {headers, method})

const cookie = () => `${draftModeCookie}=${readDraftKey(releasedTree)}`

test('a page is kept, in each of its two forms, and a browser that has it is told so', async () => {
  await expect.poll(async () => (await ask(address)).cache, oftenEnough).toBe('HIT')
  await expect
    .poll(async () => (await ask(address, {'accept-encoding': 'br, gzip'})).cache, oftenEnough)
    .toBe('HIT')
  const [plain, short] = [await ask(address), await ask(address, {'accept-encoding': 'deflate, gzip, br'})]
  expect([plain.headers['content-encoding'], short.headers['content-encoding']]).toEqual([undefined, 'gzip'])
  expect(plain.body.toString()).toContain('As it was at first.')
  expect(short.body.length).toBeLessThan(plain.body.length)
  expect(plain.headers['x-request-id']).not.toBe((await ask(address)).headers['x-request-id'])
  const again = await ask(address, {'if-none-match': plain.headers.etag})
  expect([again.status, again.body.length]).toEqual([304, 0])
})

test('what is for one person, or was typed, is neither kept nor answered with what is', async () => {
  await lake().create({...page, _id: `drafts.${page._id}`, summary: 'Nobody may read this yet.'})
  const draft = await ask(address, {cookie: cookie()})
  expect([draft.cache, draft.headers['cache-control']]).toEqual([
    'BYPASS',
    expect.stringContaining('no-store'),
  ])
  expect(draft.body.toString()).toContain('Nobody may read this yet.')
  for (let round = 0; round < 4; round++) {
    expect((await ask(address)).body.toString()).not.toContain('Nobody may read this yet.')
  }
  await lake().delete(`drafts.${page._id}`)

  for (const path of [
    '/search?q=kept',
    '/search?q=kept',
    `${address}?from=a-letter`,
    `${address}?from=a-letter`,
  ]) {
    expect([path, (await ask(path)).cache]).toEqual([path, 'BYPASS'])
  }
  for (const path of [`/review/open/${'A'.repeat(43)}`, '/api/health', '/studio']) {
    expect([path, (await ask(path)).cache]).toEqual([path, undefined])
  }
  const posted = await ask(address, {}, 'POST')
  expect([posted.status, posted.cache]).toEqual([405, undefined])
  expect((await ask(address)).status).toBe(200)
})

test('a page may have an address that begins like one of the site’s own', async () => {
  const pages = ['lakeside', 'lakeside/map', 'studio-theatre', 'reviewing', 'apiary'].map((slug) => ({
    ...testPage(`At /${slug}`, `What is at /${slug}.`),
    slug: {_type: 'slug', current: slug},
  }))
  try {
    for (const written of pages) {
      await lake().create(written)
      await tell(site.url, written)
      const at = `/${written.slug.current}`
      await expect.poll(async () => (await ask(at)).body.toString()).toContain(`What is at ${at}.`)
      await expect.poll(async () => [at, (await ask(at)).cache], oftenEnough).toEqual([at, 'HIT'])
    }
  } finally {
    await Promise.all(pages.map(({_id}) => lake().delete(_id)))
  }
})

test('the site’s log has nginx’s number of a request, and not what a visitor gave for one', async () => {
  const given = 'a'.repeat(32)
  const health = await ask('/api/health', {'x-request-id': given})
  expect(health.headers['x-request-id']).toMatch(/^(?!a+$)[\da-f]{32}$/)
  // This process may not write, so it cannot look reviews up, and says so.
  const review = await ask(`/review/open/${'A'.repeat(43)}`, {'x-request-id': given})
  const log = () => site.output().join('\n')
  await expect.poll(log).toContain(`"${review.headers['x-request-id']}"`)
  expect(log()).not.toContain(given)
})

test('what is published takes every place of the page before, while many ask', async () => {
  const words = 'As it is now.'
  const isNew: boolean[] = []
  let isOver = false
  // Several at once, of whom some come while nginx asks the site.
  const asking = Array.from({length: 4}, async () => {
    while (!isOver) {
      isNew.push((await ask(address)).body.toString().includes(words))
      await wait(10)
    }
  })
  await expect.poll(() => isNew.length).toBeGreaterThan(20)
  await lake().patch(page._id).set({summary: words}).commit()
  await tell(site.url, page)
  await expect.poll(() => isNew.includes(true)).toBe(true)
  // How soon is measured by npm run bench. Longer than nginx keeps anything:
  await wait(2_500)
  isNew.splice(0)
  await wait(1_500)
  isOver = true
  await Promise.all(asking)
  expect(isNew.length).toBeGreaterThan(20)
  expect(isNew).not.toContain(false)
})

test('when nobody answers, the page before is shown: and not one that has been taken away', async () => {
  await expect.poll(async () => (await ask(otherAddress)).cache, oftenEnough).toBe('HIT')
  await lake().delete(other._id)
  await tell(site.url, other)
  await expect.poll(async () => (await ask(otherAddress)).status).toBe(404)
  // Again and again, so that it has taken every place of the page.
  const end = Date.now() + 1_250
  while (Date.now() < end) await Promise.all([ask(otherAddress), ask(address)])
  await site.end()
  await expect.poll(async () => (await ask(address)).cache).toBe('STALE')
  const kept = await ask(address)
  expect([kept.status, kept.body.toString()]).toEqual([200, expect.stringContaining('As it is now.')])
  expect((await ask(otherAddress)).status).toBe(404)
  expect([502, 504]).toContain((await ask('/never-asked-for')).status)
})
