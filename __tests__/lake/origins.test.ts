import {request} from 'node:http'
import {WebSocket} from 'ws'
import {siteOrigin, startTestLake, type TestLake} from './support.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startTestLake()
})
afterAll(() => lake.close())

/** The status of a request with any headers, which `fetch` would not let through. */
function statusOf(headers: {[name: string]: string}, path = '/v1/ping'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request({host: '127.0.0.1', port: lake.port, path, headers}, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    asked.on('error', reject)
    asked.end()
  })
}

test.each(['localhost:3000', 'LOCALHOST', '127.0.0.1:3001', '[::1]:3001', 'site.localhost:3000'])(
  'answers when asked for %s',
  async (host) => {
    expect(await statusOf({host})).toBe(200)
    expect(await statusOf({host: '127.0.0.1', 'x-forwarded-host': host})).toBe(200)
  },
)

test.each([
  'example.org',
  '127.0.0.1.example.org',
  'localhost.example.org',
  'example.org:127.0.0.1',
  'evil@localhost',
  '0.0.0.0:3001',
  '192.168.0.10:3001',
])('refuses when asked for "%s", which a stranger may have pointed here', async (host) => {
  expect(await statusOf({host})).toBe(403)
  expect(await statusOf({host: '127.0.0.1', 'x-forwarded-host': host})).toBe(403)
  expect(await statusOf({host: '127.0.0.1', 'x-forwarded-host': `localhost, ${host}`})).toBe(403)
})

test.each(['https://example.org', 'http://localhost:9999', 'http://127.0.0.1:4190', 'null', 'file://'])(
  'refuses pages of %s',
  async (origin) => {
    expect(await statusOf({host: 'localhost', origin})).toBe(403)
  },
)

test('answers pages of the site', async () => {
  expect(await statusOf({host: 'localhost', origin: siteOrigin})).toBe(200)
})

test('refuses what a page of another site embeds, and lets a person follow a link to sign in', async () => {
  const embedded = {host: 'localhost', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors'}
  const followed = {...embedded, 'sec-fetch-mode': 'navigate'}
  const signIn = `/v1/auth/login/local-editor?origin=${siteOrigin}/studio`
  expect(await statusOf(embedded)).toBe(403)
  expect(await statusOf(followed)).toBe(403)
  expect(await statusOf(embedded, signIn)).toBe(403)
  expect(await statusOf(followed, signIn)).toBe(302)
})

describe('WebSockets', () => {
  const statusOfSocket = (path: string, headers: {[name: string]: string} = {}) =>
    new Promise<number | undefined>((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${lake.port}${path}`, {headers})
      socket.on('unexpected-response', (_request, response) => {
        resolve(response.statusCode)
        socket.terminate()
      })
      socket.on('error', () => {})
      socket.on('open', () => {
        resolve(101)
        socket.close()
      })
    })

  test.each(['/streams', '/v2022-06-30/socket/production'])('%s is for pages of the site', async (path) => {
    expect(await statusOfSocket(path, {origin: siteOrigin})).toBe(101)
    expect(await statusOfSocket(path, {origin: 'https://example.org'})).toBe(403)
    expect(await statusOfSocket(path, {origin: siteOrigin, host: 'example.org'})).toBe(403)
  })

  test.each(['/elsewhere', '/v2022-06-30/socket/no-such-dataset', '/v1/streams'])(
    '%s is not found',
    async (path) => {
      expect(await statusOfSocket(path)).toBe(404)
    },
  )
})
