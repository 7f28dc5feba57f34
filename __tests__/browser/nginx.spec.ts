import {randomBytes} from 'node:crypto'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {createServer, get, type IncomingHttpHeaders, type RequestListener, type Server} from 'node:http'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {freePorts} from '../../scripts/testing/free-ports.ts'
import {startNginx} from '../../scripts/testing/nginx.ts'
import type {Started} from '../../scripts/testing/started.ts'
import {askNginx, oftenEnough} from './support/ask-nginx.ts'
import {expect, test} from './support/test.ts'

/** The configuration of nginx in `deploy/`, and in place of the site two listeners that write down what they are told. */
let nginx: Started
let url: string
let listeners: Server[]
let told: {path: string | undefined; headers: IncomingHttpHeaders; by: number | undefined}[] = []
/** Whether they end a connection without an answer, as a process does that is killed. */
let hangUp = false

const folder = mkdtempSync(path.join(tmpdir(), 'school-trust-nginx-'))
const accessLog = path.join(folder, 'access.log')

/** Of the site: each as it is, and with something below it. */
const own = ['/studio', '/review', '/api', '/_next/static'].flatMap((first) => [first, `${first}/below`])
/** Staff may publish these: what the site has to itself are whole first parts of addresses (lib/slugs.ts). */
const pages = ['/lakeside', '/lakeside/map', '/lake-district', '/studio-theatre', '/reviewing', '/apiary']
const passedOn = [
  '/',
  '/lakeside/told',
  ...own,
  '/api/health',
  '/api/draft-mode/events',
  '/review/open/token',
]

test.beforeAll(async () => {
  const port = await freePorts(4)
  const [httpsPort, sitePorts, pagesPort] = [port, [port + 1, port + 2], port + 3] as const
  listeners = await Promise.all(sitePorts.map(listen))
  url = `https://localhost:${httpsPort}`
  nginx = await startNginx({root: path.resolve('.'), folder, httpsPort, sitePorts, pagesPort, accessLog})
})

test.afterAll(async () => {
  await nginx.end()
  await stopListening()
  rmSync(folder, {recursive: true})
})

/** All may be kept, by what it says, and it says of referrers what the site says at a headteacher’s link. */
const answer: RequestListener = (request, response) => {
  told.push({path: request.url, headers: request.headers, by: request.socket.localPort})
  if (hangUp) return void request.socket.destroy()
  response.setHeader('cache-control', 's-maxage=60')
  response.setHeader('referrer-policy', 'same-origin')
  response.setHeader('content-type', 'text/html')
  response.setHeader('x-request-id', request.headers['x-request-id'] ?? 'none')
  response.end('<link rel="stylesheet" href="/_next/static/look.css"><p>An answer</p>')
}

function listen(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer(answer).listen(port, '127.0.0.1', () => resolve(server))
  })
}

async function stopListening(): Promise<void> {
  await Promise.all(listeners.map((server) => new Promise((resolve) => server.close(resolve))))
}

const ask = (at: string, headers = {}) => askNginx(url, at, {headers})

test('an address that begins like one of the site’s own, and is none, is that of a page', async () => {
  for (const at of pages) {
    expect([at, (await ask(at)).status]).toEqual([at, 200])
    await expect.poll(async () => [at, (await ask(at)).cache], oftenEnough).toEqual([at, 'HIT'])
  }
  for (const at of own) {
    const {status, cache} = await ask(at)
    expect([at, status, cache]).toEqual([at, 200, undefined])
  }
})

test('the lake is not passed on to, however its address is written', async () => {
  told = []
  for (const at of [
    '/lake',
    '/lake/',
    '/lake?query=*',
    '/lake/v1/ping',
    '//lake/v1/ping',
    '/%6cake/v1/ping',
    '/lake%2Fv1/ping',
    '/lakeside/../lake/v1/ping',
  ]) {
    expect([at, (await ask(at)).status]).toEqual([at, 404])
  }
  expect(told).toEqual([])
})

test('whatever is asked for, the site is told nginx’s own number of it, by whom it was asked for and how', async () => {
  const [number, address] = ['a'.repeat(32), '192.0.2.1']
  for (const at of passedOn) {
    told = []
    const asked = {'x-request-id': number, 'x-forwarded-for': address, 'x-forwarded-proto': 'http'}
    await ask(at, asked)
    const headers = told[0]?.headers
    expect([at, headers]).toEqual([
      at,
      expect.objectContaining({
        host: 'localhost',
        'x-request-id': expect.stringMatching(/^[\da-f]{32}$/),
        'x-forwarded-for': `${address}, 127.0.0.1`,
        'x-forwarded-host': 'localhost',
        'x-forwarded-proto': 'https',
      }),
    ])
    expect([at, headers?.['x-request-id']]).not.toEqual([at, number])
  }
})

test('the answer has the number that the site was told, and each visitor’s has one of its own', async () => {
  for (const at of own) {
    told = []
    const {headers} = await ask(at, {'x-request-id': 'a'.repeat(32)})
    expect([at, headers['x-request-id']]).toEqual([at, told[0]?.headers['x-request-id']])
  }
  const numbers = new Set<unknown>()
  for (let round = 0; round < 4; round++) numbers.add((await ask('/kept')).headers['x-request-id'])
  expect(numbers.size).toBe(4)
  expect((await ask('/lake/v1/ping')).headers['x-request-id']).toMatch(/^[\da-f]{32}$/)
})

test('a visitor’s pages and forms go to one process, and visitors to both', async () => {
  const asked = new Set<unknown>()
  for (let visitor = 2; visitor < 18; visitor++) {
    told = []
    for (const at of [`/for-${visitor}`, `/api/for-${visitor}`]) {
      await askNginx(url, at, {localAddress: `127.0.0.${visitor}`})
    }
    const [page, form] = told
    expect(page?.by).toBe(form?.by)
    asked.add(page?.by)
  }
  expect(asked.size).toBe(2)
})

const token = randomBytes(32).toString('base64url')
const link = `/review/open/${token}`

const writtenInAccessLog = () => readFileSync(accessLog, 'utf8')
const writtenOfFailures = () => nginx.output().join('\n')

test('a headteacher’s link gets into no log: neither by itself nor as where somebody came from', async ({
  browser,
}) => {
  told = []
  const context = await browser.newContext({ignoreHTTPSErrors: true})
  const page = await context.newPage()
  expect((await page.goto(url + link))?.status()).toBe(200)
  expect(await page.evaluate(() => fetch('/asked-from-there').then(({status}) => status))).toBe(200)
  await context.close()
  expect(told.map((one) => one.path)).toEqual(
    expect.arrayContaining([link, '/_next/static/look.css', '/asked-from-there']),
  )
  // Typed without https, as it may be copied from a letter on paper.
  const leadsTo = await new Promise((resolve, reject) => {
    get({socketPath: path.join(folder, 'http.sock'), path: link}, ({headers}) =>
      resolve(headers.location),
    ).once('error', reject)
  })
  expect(leadsTo).toBe(`https://www.example.org${link}`)
  await ask('/asked-for-last')
  await expect.poll(writtenInAccessLog).toContain('GET /asked-for-last ')
  expect(writtenInAccessLog()).not.toContain(token)
})

test('a headteacher’s link gets into no log when a process hangs up, or none is there', async () => {
  const failToAsk = async (page: string) => {
    // The second time, and for the page, nginx knows already that nobody answers.
    for (let round = 0; round < 2; round++) {
      const {status, headers} = await ask(link)
      // A browser asks for the site’s icon besides, and would say where it came from.
      expect([status, headers['referrer-policy']]).toEqual([502, 'strict-origin'])
    }
    const {status, body} = await ask(page)
    expect([status, body.toString()]).toEqual([502, expect.not.stringMatching(/nginx\/\d/)])
    await expect.poll(writtenOfFailures).toContain(`"GET ${page} `)
    await expect.poll(writtenInAccessLog).toContain(`GET ${page} `)
    expect(writtenOfFailures() + writtenInAccessLog()).not.toContain(token)
  }
  hangUp = true
  await failToAsk('/hung-up')
  await stopListening()
  // fail_timeout: then it asks them again.
  await wait(2_500)
  await failToAsk('/refused')
})
