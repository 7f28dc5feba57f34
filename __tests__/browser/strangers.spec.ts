import {createServer} from 'node:http'
import type {Page} from '@playwright/test'
import {test as base, expect} from './support/test.ts'

/**
 * What a page of somebody else can do in the browser of the person who runs the site. That browser reaches this
 * machine, so only the checks of the site and the lake stand between such a page and the content.
 */
const test = base.extend<{strangerPort: number; siteUrl: string; doors: string[]}>({
  strangerPort: async ({browserName: _}, use) => {
    const server = createServer((_request, response) => {
      response.writeHead(200, {'content-type': 'text/html'}).end('<!doctype html><title>A stranger</title>')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    await use(typeof address === 'object' && address ? address.port : 0)
    server.close()
    server.closeAllConnections()
  },
  siteUrl: async ({baseURL}, use) => use(baseURL ?? ''),
  /** Where the lake can be reached: through the site, and at its own port, which is the next one. */
  doors: async ({siteUrl}, use) => {
    const {port} = new URL(siteUrl)
    await use([
      `${siteUrl}/lake`,
      `http://127.0.0.1:${Number(port) + 1}`,
      `http://localhost:${Number(port) + 1}`,
    ])
  },
})

const hosts = ['127.0.0.1', 'localhost', 'evil.localhost']
const write = JSON.stringify({mutations: [{create: {_id: 'left-by-a-stranger', _type: 'redirect'}}]})

type Init = {
  method?: string
  body?: string
  headers?: {[name: string]: string}
  mode?: 'no-cors'
  credentials?: 'include'
  redirect?: 'manual'
}

/** What a fetch of the page ends with: its status, `opaque` for an answer that cannot be read, or `blocked`. */
function outcome(page: Page, address: string, init: Init = {}): Promise<string> {
  return page.evaluate(
    async ([input, options]) => {
      try {
        const response = await fetch(input, options)
        return response.type.startsWith('opaque') ? 'opaque' : String(response.status)
      } catch {
        return 'blocked'
      }
    },
    [address, init] as const,
  )
}

/** Whether a WebSocket of the page opens. */
function opensSocket(page: Page, address: string): Promise<boolean> {
  return page.evaluate(
    (url) =>
      new Promise<boolean>((resolve) => {
        const socket = new WebSocket(url)
        socket.onopen = () => resolve(true)
        socket.onerror = () => resolve(false)
      }),
    address.replace(/^http/, 'ws'),
  )
}

for (const host of hosts) {
  test(`a page at ${host} on another port reads nothing of the lake and writes nothing`, async ({
    page,
    strangerPort,
    siteUrl,
    doors,
    lake,
  }) => {
    await page.goto(`http://${host}:${strangerPort}/`)
    for (const door of doors) {
      const query = `${door}/v2025-02-19/data/query/production?query=*`
      const mutate = `${door}/v2025-02-19/data/mutate/production`
      const signIn = `${door}/v1/auth/login/local-editor?origin=${siteUrl}/studio`
      expect(await outcome(page, query)).toBe('blocked')
      expect(await outcome(page, query, {credentials: 'include'})).toBe('blocked')
      expect(await outcome(page, query, {headers: {authorization: 'Bearer guessed'}})).toBe('blocked')
      expect(await outcome(page, query, {mode: 'no-cors', credentials: 'include'})).not.toBe('200')
      expect(await outcome(page, signIn)).toBe('blocked')
      expect(await outcome(page, signIn, {redirect: 'manual'})).not.toBe('200')
      for (const contentType of ['text/plain', 'application/x-www-form-urlencoded']) {
        const post: Init = {method: 'POST', body: write, headers: {'content-type': contentType}}
        expect(await outcome(page, mutate, post)).toBe('blocked')
        expect(await outcome(page, mutate, {...post, mode: 'no-cors'})).toBe('opaque')
      }
      expect(await opensSocket(page, `${door}/streams`)).toBe(false)
      expect(await opensSocket(page, `${door}/v2022-06-30/socket/production`)).toBe(false)
      const hears = await page.evaluate(
        (address) =>
          new Promise<boolean>((resolve) => {
            const source = new EventSource(address)
            source.onopen = () => resolve(true)
            source.onerror = () => resolve(false)
          }),
        `${door}/v2025-02-19/data/listen/production?query=*`,
      )
      expect(hears).toBe(false)
    }
    expect(await lake.getDocument('left-by-a-stranger')).toBeUndefined()
  })

  test(`a page at ${host} cannot frame the site or the Studio, or look into a window of theirs`, async ({
    page,
    context,
    strangerPort,
    siteUrl,
  }) => {
    await page.goto(`http://${host}:${strangerPort}/`)
    for (const address of ['/', '/studio', '/studio/presentation']) {
      await page.evaluate((src) => {
        const frame = document.createElement('iframe')
        frame.src = src
        document.body.append(frame)
      }, siteUrl + address)
      await expect.poll(() => page.frames().at(-1)?.url()).toMatch(/^chrome-error:/)
    }
    const opened = context.waitForEvent('page')
    await page.evaluate((address) => {
      Object.assign(window, {studio: window.open(address)})
    }, `${siteUrl}/lake/v1/auth/login/local-editor?origin=${siteUrl}/studio`)
    await (await opened).waitForURL(`${siteUrl}/studio**`)
    const seen = await page.evaluate(() => {
      try {
        return String(Reflect.get(Reflect.get(window, 'studio'), 'location').href)
      } catch (error) {
        return error instanceof DOMException ? error.name : 'nothing'
      }
    })
    expect(seen).toBe('SecurityError')
  })
}

for (const path of [
  '/lake/v2025-02-19/data/mutate/production',
  '/lake/v1/auth/logout',
  '/api/revalidate',
  '/api/draft-mode/enable',
]) {
  test(`a form of a stranger changes nothing at ${path}`, async ({page, strangerPort, siteUrl, lake}) => {
    await page.goto(`http://localhost:${strangerPort}/`)
    const answer = page.waitForResponse((response) => response.url() === siteUrl + path)
    await page.evaluate(
      ([action, body]) => {
        const form = document.createElement('form')
        Object.assign(form, {action, method: 'post', enctype: 'text/plain'})
        const input = document.createElement('input')
        // As text/plain a form sends name=value, which makes JSON of a name that ends in an open string.
        Object.assign(input, {name: `${body.slice(0, -1)}, "rest": "`, value: '"}'})
        form.append(input)
        document.body.append(form)
        setTimeout(() => form.submit())
      },
      [siteUrl + path, write] as const,
    )
    expect((await answer).status()).toBeGreaterThanOrEqual(400)
    expect(await lake.getDocument('left-by-a-stranger')).toBeUndefined()
    expect(await page.context().cookies(siteUrl)).toEqual([])
  })
}

test('a page whose name a stranger pointed at this machine reads nothing of the lake', async ({
  playwright,
  launchOptions,
  siteUrl,
  lake,
}) => {
  const name = 'rebound.example'
  const args = [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${name} 127.0.0.1`]
  const browser = await playwright.chromium.launch({...launchOptions, args})
  // It stands for the stranger's own page, from before the name moved: the site's would forbid these requests.
  const page = await browser.newPage({bypassCSP: true})
  const sitePort = Number(new URL(siteUrl).port)
  for (const [port, path] of [
    [sitePort, '/lake'],
    [sitePort + 1, ''],
  ]) {
    await page.goto(`http://${name}:${port}/nothing-here`)
    const query = `${path}/v2025-02-19/data/query/production?query=*`
    expect(await outcome(page, query)).toBe('403')
    for (const header of ['x-forwarded-host', 'x-forwarded-server', 'forwarded', 'x-original-host']) {
      const headers = {[header]: header === 'forwarded' ? 'host=localhost' : `localhost:${sitePort}`}
      expect(await outcome(page, query, {headers}), header).toBe('403')
    }
    const mutate = {method: 'POST', body: write, headers: {'x-forwarded-host': 'localhost'}}
    expect(await outcome(page, `${path}/v2025-02-19/data/mutate/production`, mutate)).toBe('403')
    expect(await outcome(page, `${path}/v1/auth/login/local-editor?origin=${siteUrl}`)).toBe('403')
    expect(await opensSocket(page, `http://${name}:${port}${path}/streams`)).toBe(false)
  }
  expect(await lake.getDocument('left-by-a-stranger')).toBeUndefined()
  await browser.close()
})
