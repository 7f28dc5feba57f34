import {type IncomingMessage, type OutgoingHttpHeaders, request as send} from 'node:http'
import {get} from 'node:https'
import {setTimeout as wait} from 'node:timers/promises'
import {draftModeCookie} from '../../lib/draft-mode-cookie.ts'
import {readDraftKey} from '../../sanity/lib/requests/draft-key.ts'
import type {SeveralMachines, SiteProcess} from '../../scripts/testing/several-machines.ts'
import type {Started} from '../../scripts/testing/started.ts'
import {sendVisitors, visitsOf} from '../../scripts/testing/visitors.ts'
import {lakeClient, testPage} from './support/lake.ts'
import {messageAbout, prepareMachines, releasedTree, tell} from './support/machines.ts'
import {siteUnderTest} from './support/sites-under-test.ts'
import {expect, test} from './support/test.ts'

/** Two processes of a release of the built site, as the unit in `deploy/` starts them, a Redis, and nginx. */
let machines: SeveralMachines
let redis: Started
let one: SiteProcess
let other: SiteProcess

const page = testPage('On several machines', 'One page, several processes.')
const lake = () => lakeClient(siteUnderTest().url)

test.describe.configure({mode: 'serial'})

test.beforeAll(async () => {
  machines = await prepareMachines()
  redis = await machines.startRedis()
  const shared = {REDIS_URL: machines.redisUrl}
  ;[one, other] = await Promise.all([machines.startProcess(0, shared), machines.startProcess(1, shared)])
  await lake().create(page)
  await tell(one.url, page)
  for (const {url} of [one, other]) await expect.poll(async () => (await ask(url)).status).toBe(200)
})

test.afterAll(async () => {
  await machines.remove()
  await lake().delete(page._id)
})

const ask = (url: string) => fetch(`${url}/${page.slug.current}`)

/** Neither process ever has nothing to show. */
async function read(url: string): Promise<string> {
  const response = await ask(url)
  expect(response.status).toBe(200)
  return response.text()
}

const say = (summary: string) => lake().patch(page._id).set({summary}).commit()
const expectToRead = (url: string, words: string) => expect.poll(() => read(url)).toContain(words)
const expectBoth = (words: string) => Promise.all([one, other].map(async ({url}) => expectToRead(url, words)))
const health = async ({url}: SiteProcess) => (await fetch(`${url}/api/health`)).json()
const sharing = async (process: SiteProcess) => (await health(process)).sharing
/** What the process still makes of earlier changes; a page that is up to date comes from its cache. */
const underWay = async (process: SiteProcess) => [
  (await health(process)).revalidationsUnderWay,
  (await ask(process.url)).headers.get('x-nextjs-cache'),
]
const expectSharing = (state: 'connected' | 'disconnected') =>
  expect.poll(() => Promise.all([sharing(one), sharing(other)])).toEqual([state, state])

test('an edit shows on both, whichever of them is told', async () => {
  await say('Told to the first.')
  await tell(one.url, page)
  await expectBoth('Told to the first.')
  await say('Told to the second.')
  await tell(other.url, page)
  await expectBoth('Told to the second.')
})

test('without Redis each goes on by itself, and what one missed is made good when Redis is back, with nothing in it', async () => {
  await expect.poll(() => underWay(other)).toEqual([0, 'HIT'])
  await redis.end('SIGKILL')
  await expectSharing('disconnected')
  expect((await health(one)).checks.sharing).toMatchObject({status: 'warn'})
  expect((await fetch(`${one.url}/api/health`)).status).toBe(200)
  await say('While Redis was away.')
  await tell(one.url, page)
  await expectToRead(one.url, 'While Redis was away.')
  expect(await read(other.url)).toContain('Told to the second.')
  redis = await machines.startRedis()
  await expectToRead(other.url, 'While Redis was away.')
  await expectSharing('connected')
})

test('a Redis that does not answer holds up neither the webhook nor a visitor', async () => {
  redis.signal('SIGSTOP')
  await say('While Redis was silent.')
  const asked = Date.now()
  await tell(one.url, page)
  await read(other.url)
  expect(Date.now() - asked).toBeLessThan(1_500)
  await expectToRead(one.url, 'While Redis was silent.')
  redis.signal('SIGCONT')
  await expectToRead(other.url, 'While Redis was silent.')
})

test('a process that was away shows its first visitor what has changed meanwhile', async () => {
  expect(await other.end()).toBe('143')
  await say('While the second was away.')
  await tell(one.url, page)
  await expectToRead(one.url, 'While the second was away.')
  other = await machines.startProcess(1, {REDIS_URL: machines.redisUrl})
  expect(await read(other.url)).toContain('While the second was away.')
})

test('whoever asks before a process has started waits, and is answered as anybody is', async () => {
  await other.end()
  const starting = machines.startProcess(1, {REDIS_URL: machines.redisUrl})
  const first = await untilAnswered(`${other.url}/`)
  other = await starting
  expect(first.status).toBe(200)
  for (const header of ['content-security-policy', 'x-request-id'])
    expect(first.headers.has(header)).toBe(true)
})

/** The very first answer of a process that does not listen yet. */
async function untilAnswered(url: string): Promise<Response> {
  for (;;) {
    try {
      return await fetch(url)
    } catch {
      await wait(2)
    }
  }
}

test('what was begun is answered before the end, and a preview that listens is let go', async () => {
  const cookie = `${draftModeCookie}=${readDraftKey(releasedTree)}`
  const events = await fetch(`${other.url}/api/draft-mode/events`, {headers: {cookie}})
  expect(events.status).toBe(200)
  const stream = events.text()
  const {body, headers} = await messageAbout(page)
  const answered = new Promise<{status?: number; connection?: string}>((resolve, reject) => {
    const message = send(
      `${other.url}/api/revalidate`,
      {method: 'POST', headers},
      ({statusCode, headers: said}) => resolve({status: statusCode, connection: said.connection}),
    )
    message.once('error', reject)
    message.write(body.slice(0, 20))
    setTimeout(() => message.end(body.slice(20)), 1_000)
  })
  await wait(300)
  const asked = Date.now()
  const ended = other.end()
  expect(await answered).toEqual({status: 200, connection: 'close'})
  expect(await stream).toContain('event: change')
  expect(await ended).toBe('143')
  expect(Date.now() - asked).toBeLessThan(8_000)
  other = await machines.startProcess(1, {REDIS_URL: machines.redisUrl})
})

test('behind nginx no visitor notices that first one process is started anew and then the other', async () => {
  await machines.startNginx()
  const visits = visitsOf(['/', '/schools', `/${page.slug.current}`, '/sitemap.xml'])
  const visitors = sendVisitors(machines.url, visits, 8)
  await wait(500)
  const shared = {REDIS_URL: machines.redisUrl}
  await one.end()
  one = await machines.startProcess(0, shared)
  await expectToRead(one.url, 'While the second was away.')
  await wait(2_500)
  await other.end()
  other = await machines.startProcess(1, shared)
  await wait(500)
  const {answered, lost} = await visitors.stop()
  expect(lost).toEqual([])
  expect(answered).toBeGreaterThan(100)
})

test('nginx passes a stream on at once, keeps no page of one person, and leaves the lake out', async () => {
  const cookie = `${draftModeCookie}=${readDraftKey(releasedTree)}`
  const stream = await askNginx('/api/draft-mode/events', {cookie})
  expect(await new Promise((resolve) => stream.once('data', resolve).setEncoding('utf8'))).toContain(
    'event: change',
  )
  stream.destroy()
  const policyOf = async (path: string, headers = {}) => {
    const answer = await askNginx(path, headers)
    answer.resume()
    return [answer.statusCode, answer.headers['cache-control']]
  }
  expect(await policyOf(`/review/open/${'A'.repeat(43)}`)).toEqual([
    expect.any(Number),
    expect.stringContaining('no-store'),
  ])
  expect(await policyOf('/', {cookie})).toEqual([200, expect.stringContaining('no-store')])
  expect(await policyOf('/')).toEqual([200, expect.not.stringContaining('no-store')])
  expect(await policyOf('/lake/v1/ping')).toEqual([404, undefined])
})

const askNginx = (path: string, headers: OutgoingHttpHeaders) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    get(`${machines.url}${path}`, {headers, family: 4, rejectUnauthorized: false}, resolve).once(
      'error',
      reject,
    )
  })

test('alone, what was marked is remembered through the outright end of the process', async () => {
  await Promise.all([one.end(), other.end()])
  one = await machines.startProcess(0)
  expect(await sharing(one)).toBe('alone')
  await say('Just before the end.')
  await tell(one.url, page)
  await one.end('SIGKILL')
  one = await machines.startProcess(0)
  expect(await read(one.url)).toContain('Just before the end.')
})
