import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {createServer, type IncomingHttpHeaders, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {isValidSignature, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import {NextRequest} from 'next/server'
import {parseBody} from 'next-sanity/webhook'
import {openDataset, type StoredDataset} from '../store/dataset.ts'
import type {Mutation} from '../types.ts'
import {startWebhooks, type WebhookDefinition, type WebhookOptions, type Webhooks} from './deliver.ts'

type Call = {headers: IncomingHttpHeaders; body: string; method: string; arrived: number}

const secret = 'a secret for the webhook'
const author = 'editor'
let folder: string
let dataset: StoredDataset
let webhooks: Webhooks | null
let server: Server
let url: string
let calls: Call[]
/** What the receiver answers to its nth call, from 0. */
let answer: (call: number) => number | Promise<number>
let problems: string[]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lake-webhooks-'))
  dataset = openDataset({name: 'production', file: join(folder, 'production.sqlite')})
  webhooks = null
  calls = []
  problems = []
  answer = () => 200
  server = await listen(0)
  url = `http://127.0.0.1:${portOf(server)}/api/revalidate`
})

afterEach(async () => {
  await webhooks?.stop()
  webhooks = null
  dataset.close()
  server.closeAllConnections()
  server.close()
  rmSync(folder, {recursive: true})
})

async function listen(port: number): Promise<Server> {
  const receiver = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const index = calls.push({
      headers: request.headers,
      body,
      method: request.method ?? '',
      arrived: performance.now(),
    })
    response.statusCode = await answer(index - 1)
    response.end()
  })
  receiver.listen(port, '127.0.0.1')
  await once(receiver, 'listening')
  return receiver
}

function portOf(receiver: Server): number {
  const address: AddressInfo | string | null = receiver.address()
  if (address === null || typeof address === 'string') throw new Error('The receiver has no port')
  return address.port
}

function start(hook: Partial<WebhookDefinition> = {}, options: Partial<WebhookOptions> = {}): Webhooks {
  webhooks = startWebhooks({
    dataset,
    file: join(folder, 'webhooks.sqlite'),
    projectId: 'local',
    hooks: [{id: 'revalidate', url, on: ['create', 'update', 'delete'], secret, ...hook}],
    onProblem: (message) => problems.push(message),
    retry: {first: 5, longest: 20},
    ...options,
  })
  return webhooks
}

function commit(mutation: Mutation, transactionId?: string): void {
  dataset.commit({mutations: [mutation], author, ...(transactionId ? {transactionId} : {})})
}

async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + 10_000
  while (!condition()) {
    if (performance.now() > end) throw new Error(`Waited in vain: ${condition}`)
    await new Promise((done) => setTimeout(done, 2))
  }
}

const settled = () => until(() => webhooks?.pending() === 0)
const bodies = () => calls.map(({body}) => JSON.parse(body))

test('a change is sent with the headers and the signature of hosted Sanity', async () => {
  start({projection: '{_id, title, "operation": delta::operation(), "project": sanity::projectId()}'})
  commit({create: {_id: 'a', _type: 'page', title: 'Ä “quoted” title'}}, 'transaction-1')
  await settled()

  const [call] = calls
  if (!call) throw new Error('No call came')
  expect(call.method).toBe('POST')
  expect(JSON.parse(call.body)).toEqual({
    _id: 'a',
    title: 'Ä “quoted” title',
    operation: 'create',
    project: 'local',
  })
  expect(call.headers).toMatchObject({
    'content-type': 'application/json',
    'sanity-project-id': 'local',
    'sanity-dataset': 'production',
    'sanity-document-id': 'a',
    'sanity-operation': 'create',
    'sanity-transaction-id': 'transaction-1',
    'sanity-transaction-time': dataset.transaction('transaction-1')?.timestamp,
    'sanity-webhook-id': 'revalidate',
    'idempotency-key': expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  const signature = String(call.headers[SIGNATURE_HEADER_NAME])
  expect(await isValidSignature(call.body, signature, secret)).toBe(true)
  expect(await isValidSignature(`${call.body} `, signature, secret)).toBe(false)
})

test('next-sanity reads the delivery and refuses it with another secret', async () => {
  start()
  commit({create: {_id: 'a', _type: 'page', title: 'A'}})
  await settled()
  const request = () =>
    new NextRequest(url, {
      method: 'POST',
      body: calls[0]?.body,
      headers: {[SIGNATURE_HEADER_NAME]: String(calls[0]?.headers[SIGNATURE_HEADER_NAME])},
    })
  const read = await parseBody(request(), secret, false)
  expect(read).toMatchObject({isValidSignature: true, body: {_id: 'a', title: 'A'}})
  expect((await parseBody(request(), 'another secret', false)).isValidSignature).toBe(false)
})

test('the filter sees both sides of the change', async () => {
  start({
    filter: '_type == "page" && delta::changedAny(title)',
    projection: '{"from": before().title, "to": after().title}',
  })
  commit({create: {_id: 'other', _type: 'school', title: 'S'}})
  commit({create: {_id: 'a', _type: 'page', title: 'A'}})
  commit({patch: {id: 'a', set: {summary: 'not the title'}}})
  commit({patch: {id: 'a', set: {title: 'B'}}})
  commit({delete: {id: 'a'}})
  await settled()
  expect(bodies()).toEqual([
    {from: null, to: 'A'},
    {from: 'A', to: 'B'},
    {from: 'B', to: null},
  ])
  expect(calls.map(({headers}) => headers['sanity-operation'])).toEqual(['create', 'update', 'delete'])
})

test('a projection follows references; without one the body is the document, also of a deleted one', async () => {
  commit({create: {_id: 'school', _type: 'school', name: 'Elm Park'}})
  start({on: ['create'], projection: '{"school": school->name, "all": count(*)}'})
  commit({create: {_id: 'a', _type: 'testimonial', school: {_type: 'reference', _ref: 'school'}}})
  await settled()
  await webhooks?.stop()
  start({on: ['delete'], projection: undefined})
  commit({delete: {id: 'a'}})
  await settled()
  expect(bodies()).toEqual([
    {school: 'Elm Park', all: 0},
    expect.objectContaining({_id: 'a', _type: 'testimonial'}),
  ])
})

test('drafts and versions are left out unless they are asked for', async () => {
  start()
  commit({create: {_id: 'drafts.a', _type: 'page'}})
  commit({create: {_id: 'versions.r1.a', _type: 'page'}})
  commit({create: {_id: 'a', _type: 'page'}})
  await settled()
  await webhooks?.stop()
  start({includeDrafts: true})
  commit({create: {_id: 'drafts.b', _type: 'page'}})
  await settled()
  expect(calls.map(({headers}) => headers['sanity-document-id'])).toEqual(['a', 'drafts.b'])
})

test('failures are tried again with the same key until it works, in order, one call at a time', async () => {
  answer = (call) => [500, 429, 200, 503][call] ?? 200
  start()
  commit({create: {_id: 'a', _type: 'page'}})
  commit({create: {_id: 'b', _type: 'page'}})
  await settled()
  expect(bodies().map(({_id}) => _id)).toEqual(['a', 'a', 'a', 'b', 'b'])
  const keys = calls.map(({headers}) => headers['idempotency-key'])
  expect(new Set(keys.slice(0, 3)).size).toBe(1)
  expect(new Set(keys).size).toBe(2)
})

test('a refusal is final and is said; what comes after it goes on', async () => {
  answer = (call) => (call === 0 ? 401 : 200)
  start()
  commit({create: {_id: 'a', _type: 'page'}})
  commit({create: {_id: 'b', _type: 'page'}})
  await settled()
  expect(bodies().map(({_id}) => _id)).toEqual(['a', 'b'])
  expect(problems).toEqual(['Webhook "revalidate", create of a: answered with status 401, not sent again'])
})

test('what keeps failing is given up after the time that is set', async () => {
  let clock = Date.UTC(2030, 0, 1)
  answer = (call) => {
    clock += 20 * 60_000
    return call < 3 ? 500 : 200
  }
  start({}, {now: () => clock})
  commit({create: {_id: 'a', _type: 'page'}})
  commit({create: {_id: 'b', _type: 'page'}})
  await settled()
  expect(bodies().map(({_id}) => _id)).toEqual(['a', 'a', 'b', 'b'])
  expect(problems).toContain('Webhook "revalidate", create of a: answered with status 500, not sent again')
})

test('a receiver that does not answer is asked again after the time-out', async () => {
  answer = (call) => (call === 0 ? new Promise<number>(() => {}) : 200)
  start({}, {timeoutMilliseconds: 50})
  commit({create: {_id: 'a', _type: 'page'}})
  await settled()
  expect(calls).toHaveLength(2)
})

test('the queue survives a restart of the lake while nobody listens', async () => {
  const port = portOf(server)
  server.close()
  await once(server, 'close')
  start({}, {reportAbsenceAfterMilliseconds: 50})
  commit({create: {_id: 'a', _type: 'page', title: 'first'}})
  commit({patch: {id: 'a', set: {title: 'second'}}})
  await until(() => problems.length > 0)
  await webhooks?.stop()
  expect(problems).toEqual(['Webhook "revalidate", create of a: unreachable, trying again'])

  start()
  server = await listen(port)
  await settled()
  expect(bodies().map(({title}) => title)).toEqual(['first', 'second'])
})

test('a commit made while the webhooks did not run is delivered by the next start', async () => {
  start()
  commit({create: {_id: 'a', _type: 'page'}})
  await settled()
  await webhooks?.stop()
  commit({create: {_id: 'b', _type: 'page'}})
  start()
  await settled()
  expect(bodies().map(({_id}) => _id)).toEqual(['a', 'b'])
})

test('a new webhook is not called for what was there before it', async () => {
  commit({create: {_id: 'old', _type: 'page'}})
  start()
  commit({create: {_id: 'new', _type: 'page'}})
  await settled()
  expect(bodies().map(({_id}) => _id)).toEqual(['new'])
})

test('a dataset that was replaced by another starts the log anew', async () => {
  start()
  commit({create: {_id: 'a', _type: 'page'}})
  commit({create: {_id: 'b', _type: 'page'}})
  await settled()
  await webhooks?.stop()
  dataset.close()
  dataset = openDataset({name: 'production', file: join(folder, 'fresh.sqlite')})
  for (const _id of ['c', 'd', 'e']) commit({create: {_id, _type: 'page'}})
  start()
  commit({create: {_id: 'f', _type: 'page'}})
  await settled()
  expect(bodies().map(({_id}) => _id)).toEqual(['a', 'b', 'f'])
})

test('more transactions than are read at once are all delivered', async () => {
  start({filter: '_id in ["page-0", "page-249"]'})
  for (let index = 0; index < 250; index += 1) commit({create: {_id: `page-${index}`, _type: 'page'}})
  await settled()
  expect(bodies().map(({_id}) => _id)).toEqual(['page-0', 'page-249'])
})

test('a receiver that hangs holds up neither commits nor the end', async () => {
  answer = () => new Promise<number>(() => {})
  start()
  for (let index = 0; index < 20; index += 1) commit({create: {_id: `page-${index}`, _type: 'page'}})
  await until(() => calls.length > 0)
  expect(webhooks?.pending()).toBe(20)
  await webhooks?.stop()
  webhooks = null
  expect(calls).toHaveLength(1)
})

test.each([
  [{filter: '_type == '}, 'The filter of the webhook "revalidate" is not GROQ'],
  [{projection: '{'}, 'The projection of the webhook "revalidate" is not GROQ'],
  [{url: 'localhost:3000'}, 'The webhook "revalidate" has the address "localhost:3000"'],
])('a mistake in the definition is said at the start: %j', (mistake, message) => {
  expect(() => start(mistake)).toThrow(message)
})

test('nothing is lost when the lake is killed', async () => {
  answer = () => 503
  const child = spawn(process.execPath, [resolve(__dirname, 'testing/killed-lake.ts'), folder, url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  child.stdout.on('data', (data) => lines.push(...String(data).trim().split('\n')))
  // Killed while the receiver fails and commits go on: some are in the queue, some only in the log.
  await until(() => lines.length >= 40 && calls.length > 0)
  child.kill('SIGKILL')
  await once(child, 'close')

  answer = () => 200
  calls.length = 0
  dataset.close()
  dataset = openDataset({name: 'production', file: join(folder, 'killed.sqlite')})
  start()
  await settled()
  const committed = lines.filter((line) => line.startsWith('page-'))
  expect(bodies().map(({_id}) => _id)).toEqual(expect.arrayContaining(committed))
  expect(bodies().map(({_id}) => _id)).toEqual([...dataset.documents.keys()])
})
