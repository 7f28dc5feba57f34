import type {IncomingMessage, ServerResponse} from 'node:http'
import {type LocalServer, startLocalServer} from '../../../__tests__/support/local-server.ts'
import {type Asking, askAddress} from './ask-address.ts'

const asking: Asking = {userAgent: 'a test', timeLimit: 300, allowPrivate: true}

let server: LocalServer
const asked: string[] = []
let sentOfHugeBody = 0

const statuses: {[path: string]: number} = {
  '/gone': 404,
  '/broken': 500,
  '/members': 401,
  '/refuses': 403,
  '/too-many': 429,
}

const redirects: {[path: string]: [status: number, location: string]} = {
  '/moved': [301, '/works'],
  '/moved-for-good': [308, '/moved'],
  '/away': [302, '/works'],
  '/away-then-moved': [307, '/moved'],
  '/loop': [301, '/loop-back'],
  '/loop-back': [301, '/loop'],
  '/same': [301, '/same#there'],
  '/to-nothing': [301, '/gone'],
  '/to-script': [301, 'javascript:alert(1)'],
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const {method = '', url = ''} = request
  asked.push(`${method} ${url} ${request.headers['user-agent']}`)
  const [status, location] = redirects[url] ?? []
  if (status !== undefined) response.writeHead(status, {location}).end()
  else if (url.startsWith('/refuses-head-'))
    response.writeHead(method === 'HEAD' ? Number(url.slice(14)) : 200).end()
  else if (url === '/hangs-up-on-head' && method === 'HEAD') request.socket.destroy()
  else if (url === '/silent') return
  else if (url === '/huge') sendWithoutEnd(method, response)
  else if (url.startsWith('/far-'))
    response.writeHead(302, {location: `/far-${Number(url.slice(5)) + 1}`}).end()
  else response.writeHead(statuses[url] ?? 200).end()
}

/** Sends for as long as somebody listens. */
function sendWithoutEnd(method: string, response: ServerResponse): void {
  response.writeHead(method === 'HEAD' ? 405 : 200)
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(65_536))) sentOfHugeBody += 65_536
  }
  response.on('drain', more)
  if (method === 'HEAD') response.end()
  else more()
}

beforeAll(async () => {
  server = await startLocalServer(answer)
})

afterAll(() => server.close())

beforeEach(() => asked.splice(0))

const ask = (path: string) => askAddress(`${server.url}${path}`, asking)

it('asks for the head alone where that is answered, and says who asks', async () => {
  expect(await ask('/works?a=b#c')).toEqual({outcome: 'works', status: 200})
  expect(asked).toEqual(['HEAD /works?a=b a test'])
})

it.each([400, 403, 404, 405, 429, 500, 501, 503])(
  'asks as a browser does after HEAD was answered with %d',
  async (status) => {
    expect(await ask(`/refuses-head-${status}`)).toEqual({outcome: 'works', status: 200})
    expect(asked.map((line) => line.split(' ')[0])).toEqual(['HEAD', 'GET'])
  },
)

it('asks as a browser does where HEAD is hung up on', async () => {
  expect(await ask('/hangs-up-on-head')).toEqual({outcome: 'works', status: 200})
})

it('downloads no body', async () => {
  expect(await ask('/huge')).toEqual({outcome: 'works', status: 200})
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(sentOfHugeBody).toBeLessThan(20_000_000)
})

it.each([
  ['/moved', {permanent: true}],
  ['/moved-for-good', {permanent: true}],
  ['/away', {permanent: false}],
  ['/away-then-moved', {permanent: false}],
])('follows %s to its end', async (path, {permanent}) => {
  expect(await ask(path)).toEqual({
    outcome: 'redirects',
    status: 200,
    leadsTo: `${server.url}/works`,
    permanent,
  })
})

it.each([
  ['/gone', 404],
  ['/broken', 500],
  ['/members', 401],
  ['/to-nothing', 404],
  ['/to-script', 301],
  ['/loop', 301],
  ['/same', 301],
  ['/far-0', 302],
])('says that %s fails', async (path, status) => {
  expect(await ask(path)).toEqual({outcome: 'fails', status})
})

it.each([
  ['/refuses', 403],
  ['/too-many', 429],
])('says that %s refuses programs, which is no failure', async (path, status) => {
  expect(await ask(path)).toEqual({outcome: 'refuses', status})
})

it('gives up a redirect without end after a few', async () => {
  await ask('/far-0')
  expect(asked.length).toBeLessThan(15)
})

it('waits no longer than it was told', async () => {
  expect(await ask('/silent')).toEqual({outcome: 'timed-out'})
})

it.each([
  ['a port where nobody listens', () => 'http://127.0.0.1:9/'],
  ['a server without encryption', () => `${server.url.replace('http', 'https')}/`],
  ['a name that nobody has', () => 'https://nobody.invalid/'],
])('cannot reach %s', async (_what, address) => {
  expect(await askAddress(address(), {...asking, timeLimit: 5_000})).toEqual({outcome: 'unreachable'})
})

it.each(['http://localhost', 'http://127.0.0.1', 'http://2130706433', 'http://[::ffff:127.0.0.1]'])(
  'never asks %s, which is this machine, unless it is told to',
  async (host) => {
    const address = `${host}:${server.port}/works`
    expect(await askAddress(address, {...asking, allowPrivate: false})).toEqual({outcome: 'unreachable'})
    expect(asked).toEqual([])
  },
)
