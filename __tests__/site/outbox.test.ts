import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

jest.mock('next/headers', () => ({headers: async () => requestHeaders}))
let requestHeaders: Headers
let dataFolder: string
const before = {...process.env}

const here = {host: 'localhost:3000', 'x-visitor-address': '127.0.0.1'}
const hosted = {SANITY_PROJECT_ID: 'ab12cd34'}
const smtp = {SMTP_URL: 'smtps://mail.example', MAIL_FROM: 'a@trust.example'}

beforeEach(() => {
  jest.resetModules()
  dataFolder = mkdtempSync(path.join(tmpdir(), 'outbox-test-'))
})
afterEach(() => {
  process.env = {...before}
  rmSync(dataFolder, {recursive: true})
})

async function ask(headers: {[name: string]: string}, variables: {[name: string]: string} = {}) {
  requestHeaders = new Headers(headers)
  process.env = {...before, SANITY_API_READ_TOKEN: 'read', DATA_FOLDER: dataFolder, ...variables}
  const {sendMail} = await import('#lib/mail/send.ts')
  const {GET} = await import('../../app/outbox/route.ts')
  const from = {name: null, address: 'website@trust.example'}
  await sendMail(
    {
      to: {name: null, address: 'office@school.example'},
      replyTo: null,
      subject: 'Hello',
      text: 'Private words',
    },
    {kind: 'outbox', folder: path.join(dataFolder, 'outbox'), from},
  )
  const response = await GET()
  return {status: response.status, headers: response.headers, body: await response.text()}
}

test.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000'])(
  'shows letters on this machine, asked for as %s',
  async (host) => {
    const {status, headers, body} = await ask({...here, host})
    expect(status).toBe(200)
    expect(body).toContain('Private words')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  },
)

test.each([
  ['with a hosted project', here, hosted],
  ['with a hosted project and a mail server', here, {...hosted, ...smtp}],
  ['with a mail server', here, smtp],
  ['to a name that a stranger pointed at this machine', {...here, host: 'rebound.example:3000'}, {}],
  ['through a web server that serves others', {...here, 'x-visitor-address': '203.0.113.7'}, {}],
  ['to nobody known', {host: 'localhost:3000'}, {}],
  ['without a name', {'x-visitor-address': '127.0.0.1'}, {}],
])('shows nothing %s', async (_when, headers, variables) => {
  const {status, body} = await ask(headers, variables)
  expect(status).toBe(404)
  expect(body).not.toContain('Private')
})
