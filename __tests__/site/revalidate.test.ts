import {encodeSignatureHeader, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import {startAnsweringLake} from '../support/answering-lake.ts'

const revalidated: string[] = []
jest.mock('next/cache', () => ({
  revalidateTag: (tag: string, profile: string) => revalidated.push(`${tag} ${profile}`),
}))
jest.mock('next/server', () => ({after: () => {}}))

const secret = 'a secret of this test'
const change = {id: 'page-a', type: 'page', operation: 'update', slugBefore: 'a', slugAfter: 'a'}
let lake: Awaited<ReturnType<typeof startAnsweringLake>>

beforeEach(async () => {
  jest.resetModules()
  revalidated.length = 0
  lake = await startAnsweringLake()
  process.env.LAKE_URL = lake.url
  process.env.SANITY_API_READ_TOKEN = 'a token of this test'
  process.env.SANITY_API_WRITE_TOKEN = 'another token of this test'
  process.env.SANITY_WEBHOOK_SECRET = secret
})

afterEach(() => lake.close())

async function send(message: unknown, by = secret): Promise<Response> {
  const {POST} = await import('../../app/api/revalidate/route.ts')
  const body = typeof message === 'string' ? message : JSON.stringify(message)
  const signature = await encodeSignatureHeader(body, Date.now(), by)
  return POST(
    new Request('http://127.0.0.1/api/revalidate', {
      method: 'POST',
      body,
      headers: {[SIGNATURE_HEADER_NAME]: signature},
    }),
  )
}

test('a signed message marks what shows the document, and keeps the old page until the new one stands', async () => {
  expect((await send(change)).status).toBe(200)
  expect(revalidated).toEqual(['document:page-a max', 'list:page max'])
})

test('the same message again does the same again', async () => {
  await send(change)
  const once = [...revalidated]
  await send(change)
  expect(revalidated).toEqual([...once, ...once])
})

test('a message that is not signed with the secret changes nothing', async () => {
  expect((await send(change, 'another secret')).status).toBe(401)
  expect(revalidated).toEqual([])
})

test('without a secret nothing is taken', async () => {
  process.env.SANITY_WEBHOOK_SECRET = ''
  expect((await send(change)).status).toBe(503)
  expect(revalidated).toEqual([])
})

test.each(['[]', 'words', JSON.stringify({id: 'page-a'})])('a signed %p is not the message', async (body) => {
  expect((await send(body)).status).toBe(400)
  expect(revalidated).toEqual([])
})

test('a moved page leaves a redirect, as the document says now', async () => {
  lake.answer({
    status: 200,
    body: {
      result: {slugNow: 'c', taken: false, leadingToOld: [{_id: 'older', from: '/older'}], all: []},
      transactionId: 't',
      results: [],
    },
  })
  expect((await send({...change, slugAfter: 'b'})).status).toBe(200)
  expect(lake.requests().some((request) => request.includes('/data/mutate/production'))).toBe(true)
  const written = JSON.stringify(lake.bodies())
  expect(written).toContain('"from\\":\\"/a\\",\\"to\\":\\"/c\\"')
  expect(written).toContain('older')
})

test('when no redirect could be left the lake is told to send the message again, and the pages are marked all the same', async () => {
  const log = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
  lake.answer({status: 403, body: {message: 'Forbidden'}})
  expect((await send({...change, slugAfter: 'b'})).status).toBe(502)
  expect(revalidated).toContain('slug:page:a max')
  log.mockRestore()
})
