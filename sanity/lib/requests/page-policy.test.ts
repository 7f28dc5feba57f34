import {type IncomingHttpHeaders, request as send} from 'node:http'
import {draftModeCookie} from '#lib/draft-mode-cookie.ts'
import {type LocalServer, startLocalServer} from '../../../__tests__/support/local-server.ts'
import {declarePolicy} from './page-policy.ts'

let server: LocalServer
/** The policy by which Next.js would find the nonce of its scripts. */
let handedOn: string | string[] | undefined

beforeAll(async () => {
  process.env.SANITY_API_READ_TOKEN = 'a token of this test'
  process.env.SITE_URL = 'https://www.example.org'
  server = await startLocalServer((request, response) => {
    declarePolicy(request, response, 'the key')
    handedOn = request.headers['content-security-policy']
    if (request.url === '/studio') response.setHeader('content-security-policy', "default-src 'self'")
    response.end()
  })
})

afterAll(() => server.close())

function answerTo(
  path: string,
  method = 'GET',
  headers: IncomingHttpHeaders = {},
): Promise<IncomingHttpHeaders> {
  const {port} = server
  return new Promise((resolve, reject) => {
    const sent = send({host: '127.0.0.1', port, path, method, headers}, (response) => {
      response.resume()
      resolve(response.headers)
    })
    sent.on('error', reject).end()
  })
}

const nonceIn = (policy: unknown) => /'nonce-([^']+)'/.exec(String(policy))?.[1]

test('what a visitor reads has no source of scripts, and hands none on', async () => {
  const {'content-security-policy': policy} = await answerTo('/joining')
  expect(policy).not.toContain('script-src')
  expect(handedOn).toBeUndefined()
})

test('a policy that a visitor sends is not handed on', async () => {
  await answerTo('/joining', 'GET', {'content-security-policy': "script-src 'nonce-mine'"})
  expect(handedOn).toBeUndefined()
})

test.each([
  ['a form that is sent in', 'POST', {}],
  ['a draft', 'GET', {cookie: `a=b; ${draftModeCookie}=the key`}],
])('%s has a nonce of its own each time, which is handed on', async (_name, method, headers) => {
  const first = nonceIn((await answerTo('/joining', method, headers))['content-security-policy'])
  const second = nonceIn((await answerTo('/joining', method, headers))['content-security-policy'])
  expect(first).toMatch(/^.{24}$/)
  expect(second).not.toBe(first)
  expect(nonceIn(handedOn)).toBe(second)
})

test('whoever makes up a key gets the page of any visitor', async () => {
  const policyFor = async (headers: IncomingHttpHeaders) =>
    (await answerTo('/joining', 'GET', headers))['content-security-policy']
  const ofVisitors = await policyFor({})
  for (const value of ['abc', '', 'the key of another', 'the'])
    expect(await policyFor({cookie: `${draftModeCookie}=${value}`})).toBe(ofVisitors)
  expect(await policyFor({cookie: `x${draftModeCookie}=the key`})).toBe(ofVisitors)
})

test.each(['/studio/', '/studio/structure', '/lake', '/lake/v1/ping', '/api/health', '/_next/static/a.css'])(
  'what %s answers runs nothing and is in nobody’s frame, unless it says otherwise',
  async (path) => {
    expect(await answerTo(path, 'PUT')).toMatchObject({
      'content-security-policy': expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'/),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    })
  },
)

test('what says for itself what it may do is left to it', async () => {
  expect(await answerTo('/studio')).toMatchObject({
    'content-security-policy': "default-src 'self'",
    'permissions-policy': expect.stringContaining('camera=()'),
  })
})

test.each(['/joining', '/studio', '/lake/v1/ping', '/api/health', '/_next/static/a.css'])(
  '%s is never asked for without HTTPS again',
  async (path) => {
    expect((await answerTo(path))['strict-transport-security']).toMatch(/^max-age=\d{8}$/)
  },
)
