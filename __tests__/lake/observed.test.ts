import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {createInterface} from 'node:readline'
import {createLakeClient} from '#sanity/lake/client.ts'
import {startLocalServer} from '../support/local-server.ts'
import {startTestLake, type TestLake} from './support.ts'

describe('what a lake tells of itself', () => {
  let lake: TestLake
  beforeAll(async () => {
    lake = await startTestLake()
  })
  afterAll(() => lake.close())

  const metrics = (token?: string) =>
    fetch(`${lake.url}/metrics`, {headers: token === undefined ? {} : {authorization: `Bearer ${token}`}})

  it('goes back with the id that it was asked with, or with one of its own', async () => {
    const ask = async (id: string) =>
      (await fetch(`${lake.url}/v1/ping`, {headers: {'x-request-id': id}})).headers.get('x-request-id')
    expect(await ask('0123456789abcdef0123456789abcdef')).toBe('0123456789abcdef0123456789abcdef')
    expect(await ask('head@elm.example')).toMatch(/^[\da-f-]{36}$/)
    expect(await ask('f'.repeat(65))).toMatch(/^[\da-f-]{36}$/)
  })

  it('shows its metrics to nobody without a token of it', async () => {
    expect((await metrics()).status).toBe(401)
    expect((await metrics('a token of another lake')).status).toBe(401)
  })

  it('counts documents, changes, open streams and answers', async () => {
    const client = lake.client()
    await client.create({_id: 'a', _type: 'page'})
    await client.patch('a', {set: {title: 'A'}}).commit()
    const stream = await fetch(`${lake.url}/v2025-02-19/data/listen/production?query=*`, {
      headers: {authorization: `Bearer ${lake.secrets.writeToken}`},
    })
    const answer = await metrics(lake.secrets.readToken)
    expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4')
    const text = await answer.text()
    await stream.body?.cancel()
    expect(text).toContain('\nlake_documents 1\n')
    expect(text).toContain('\nlake_event_streams 1\n')
    expect(text).toContain('\nlake_transactions_total 2\n')
    expect(text).toContain('\nlake_document_changes_total{operation="create"} 1\n')
    expect(text).toContain('\nlake_document_changes_total{operation="update"} 1\n')
    expect(text).toMatch(/\nlake_http_requests_total\{route="mutate",status="2xx"\} 2\n/)
    expect(text).toMatch(/\nlake_process_resident_memory_bytes \d{7,}\n/)
  })

  it('has few series, whatever it is asked', async () => {
    const before = (await (await metrics(lake.secrets.readToken)).text()).split('\n').length
    for (let n = 0; n < 30; n++) await fetch(`${lake.url}/v1/data/query/nowhere-${n}?query=${n}`)
    const after = (await (await metrics(lake.secrets.readToken)).text()).split('\n').length
    expect(after - before).toBeLessThan(30)
  })
})

describe('the log of a lake', () => {
  const secret = 'TheWordsOfADraft'
  const address = 'head@elm.example'
  let folder: string
  let process: ChildProcess

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'observed-lake-'))
  })
  afterEach(async () => {
    process.kill('SIGTERM')
    await once(process, 'close')
    rmSync(folder, {recursive: true, force: true})
  })

  it('holds a line for each event, with its request, and nothing of what was asked or written', async () => {
    const site = await startLocalServer((_request, response) => response.writeHead(401).end(address))
    process = spawn(globalThis.process.execPath, ['sanity/lake/main.ts'], {
      env: {
        PATH: globalThis.process.env.PATH,
        NODE_ENV: 'test',
        LAKE_PORT: '0',
        DATA_FOLDER: folder,
        LAKE_WEBHOOK_URL: site.url,
        LOG_LEVEL: 'debug',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const {stdout, stderr} = process
    if (stdout === null || stderr === null) throw new Error('The lake has no output.')
    const lines: string[] = []
    createInterface({input: stderr}).on('line', (line) => lines.push(line))
    const [ready] = await once(createInterface({input: stdout}), 'line')
    const url = String(ready).replace('lake ready on ', '')
    const {readSecrets} = await import('#sanity/lake/access/secrets.ts')
    const {writeToken} = readSecrets(folder)

    const id = 'fedcba9876543210'
    const client = createLakeClient(url, {token: writeToken, headers: {'x-request-id': id}})
    await client.create({_id: 'drafts.a', _type: 'page', title: secret})
    await client.create({_id: 'a', _type: 'page', title: secret, email: address})
    await client.fetch('*[title == $title]', {title: secret})
    await client.fetch(`*[title == "${secret}"`).catch(() => {})
    await createLakeClient(url, {token: `sk${secret}0123456789`})
      .fetch('*')
      .catch(() => {})
    await fetch(`${url}/${address}/${secret}?${secret}`, {headers: {'x-forwarded-for': '203.0.113.7'}})
    await fetch(`${url}/v1/data/query/production?query=%`, {method: 'POST', body: secret})
    while (!lines.some((line) => line.includes('not sent again'))) await once(stderr, 'data')
    await site.close()

    const entries = lines.map((line) => JSON.parse(line))
    expect(entries.filter(({request}) => request === id).length).toBeGreaterThan(3)
    expect(entries).toContainEqual(expect.objectContaining({part: 'lake', route: 'mutate', status: 200}))
    expect(entries).toContainEqual(expect.objectContaining({part: 'webhook', level: 'error'}))
    for (const personal of [secret, address, writeToken, '203.0.113.7'])
      expect(lines.join()).not.toContain(personal)
  })
})
