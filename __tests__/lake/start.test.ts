import {type ChildProcess, spawn} from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import {createServer, type Server} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {isValidSignature, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import {createLakeClient} from '#sanity/lake/client.ts'

let dataFolder: string
const started: ChildProcess[] = []

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'lake-start-'))
})
afterEach(async () => {
  for (const child of started.splice(0)) await stop(child, 'SIGKILL')
  rmSync(dataFolder, {recursive: true, force: true})
})

type Outcome = {child: ChildProcess; url: string | null; output: string; code: number | null}

/** Runs the command line of the lake until it says that it is ready, or ends. */
function startLakeProcess(variables: {[name: string]: string} = {}): Promise<Outcome> {
  const child = spawn('node', ['sanity/lake/main.ts'], {
    env: {...process.env, LAKE_PORT: '0', DATA_FOLDER: dataFolder, ...variables},
  })
  started.push(child)
  return new Promise((resolve) => {
    let output = ''
    const look = (chunk: Buffer) => {
      output += chunk
      const url = /^lake ready on (http\S+)$/m.exec(output)?.[1]
      if (url) resolve({child, url, output, code: null})
    }
    child.stdout?.on('data', look)
    child.stderr?.on('data', look)
    child.on('close', (code) => resolve({child, url: null, output, code}))
  })
}

function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => {
    child.on('close', (code) => resolve(code))
    child.kill(signal)
  })
}

const secrets = () => JSON.parse(readFileSync(join(dataFolder, 'secrets.json'), 'utf8'))

const clientOf = (url: string | null) => createLakeClient(url ?? '', {token: secrets().writeToken})

test('says when it is ready, tells no secret, and stops when asked', async () => {
  const {child, url, output} = await startLakeProcess()
  expect(output).toBe(`lake ready on ${url}\n`)
  expect(await (await fetch(`${url}/health`)).json()).toEqual({
    ok: true,
    datasets: ['production'],
    documents: 0,
  })
  expect(Object.keys(secrets()).sort()).toEqual(['readToken', 'signOffKey', 'webhookSecret', 'writeToken'])
  expect(statSync(join(dataFolder, 'secrets.json')).mode & 0o777).toBe(0o600)
  expect(await stop(child, 'SIGTERM')).toBe(0)
})

test('what was answered survives being killed', async () => {
  const first = await startLakeProcess()
  await clientOf(first.url).create({_id: 'oak', _type: 'school'})
  await stop(first.child, 'SIGKILL')
  const second = await startLakeProcess()
  expect(await clientOf(second.url).getDocument('oak')).toMatchObject({_id: 'oak'})
})

/** One black pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
)

test('a start at the same address writes to no document and no picture', async () => {
  const state = () => {
    const files = readdirSync(dataFolder, {recursive: true, encoding: 'utf8'}).map((name) => {
      const {mtimeMs, size} = statSync(join(dataFolder, name))
      return {name, mtimeMs, size}
    })
    return files.filter(({name}) => /^assets|\.sqlite$/.test(name))
  }
  const variables = {LAKE_PUBLIC_URL: 'http://localhost:4000/lake'}
  const first = await startLakeProcess(variables)
  const client = clientOf(first.url)
  const {_id, _rev} = await client.assets.upload('image', picture)
  await client.create({_id: 'oak', _type: 'school', picture: {asset: {_type: 'reference', _ref: _id}}})
  await stop(first.child, 'SIGTERM')
  const before = state()
  expect(before.map(({name}) => name)).toContain('datasets/production.sqlite')

  const second = await startLakeProcess(variables)
  expect(await clientOf(second.url).getDocument(_id)).toMatchObject({_rev})
  await stop(second.child, 'SIGTERM')
  expect(state()).toEqual(before)
})

test.each([
  ['another host than this machine', {LAKE_HOST: '0.0.0.0'}, /stays on 127\.0\.0\.1.*SANITY_PROJECT_ID/],
  ['a port that is none', {LAKE_PORT: 'many'}, /^LAKE_PORT is "many"/],
  ['an address that is none', {LAKE_PUBLIC_URL: 'nowhere'}, /^LAKE_PUBLIC_URL holds "nowhere"/],
])('refuses %s, and says what to do', async (_what, variables, message) => {
  const {output, code} = await startLakeProcess(variables)
  expect(code).toBe(1)
  expect(output).toMatch(message)
  expect(output.trim().split('\n')).toHaveLength(1)
})

test('refuses a port that is taken', async () => {
  const {url} = await startLakeProcess()
  const other = mkdtempSync(join(tmpdir(), 'lake-other-'))
  const {output, code} = await startLakeProcess({LAKE_PORT: new URL(url ?? '').port, DATA_FOLDER: other})
  rmSync(other, {recursive: true})
  expect(code).toBe(1)
  expect(output).toMatch(/^Port \d+ is taken by another program.*--port/)
})

test('refuses a data folder that another lake uses', async () => {
  await startLakeProcess()
  const {output, code} = await startLakeProcess()
  expect(code).toBe(1)
  expect(output).toContain(join(dataFolder, 'datasets', 'production.sqlite'))
})

test.each(['not JSON', '{"readToken": "short"}'])(
  'refuses secrets that read %s, and quotes none',
  async (text) => {
    writeFileSync(join(dataFolder, 'secrets.json'), text)
    const {output, code} = await startLakeProcess()
    expect(code).toBe(1)
    expect(output).toContain(join(dataFolder, 'secrets.json'))
    expect(output).not.toContain(text)
    expect(readFileSync(join(dataFolder, 'secrets.json'), 'utf8')).toBe(text)
  },
)

test('refuses a data folder that is a file', async () => {
  const file = join(dataFolder, 'file')
  writeFileSync(file, '')
  const {output, code} = await startLakeProcess({DATA_FOLDER: file})
  expect(code).toBe(1)
  expect(output).toContain(file)
  expect(output.trim().split('\n')).toHaveLength(1)
})

test('refuses a data folder in which it cannot keep datasets', async () => {
  writeFileSync(join(dataFolder, 'datasets'), '')
  const {output, code} = await startLakeProcess()
  expect(code).toBe(1)
  expect(output).toMatch(/^The folder .*datasets cannot be made \(EEXIST\).*DATA_FOLDER/)
})

test('takes rights from a secrets file that others can read', async () => {
  const {child} = await startLakeProcess()
  await stop(child, 'SIGTERM')
  const file = join(dataFolder, 'secrets.json')
  const before = readFileSync(file, 'utf8')
  chmodSync(file, 0o644)
  await startLakeProcess()
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8')).toBe(before)
})

describe('the webhook', () => {
  let site: Server
  let siteUrl: string
  const calls: {signature: string; body: string}[] = []
  let called = () => {}

  beforeEach(async () => {
    calls.length = 0
    site = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () => {
        calls.push({signature: String(request.headers[SIGNATURE_HEADER_NAME]), body})
        response.end('ok')
        called()
      })
    })
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
    const address = site.address()
    siteUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/api/revalidate`
  })
  afterEach(() => new Promise((resolve) => site.close(resolve)))

  test('tells the site of a change, signed with the secret of the data folder', async () => {
    const {url} = await startLakeProcess({LAKE_WEBHOOK_URL: siteUrl})
    const arrived = new Promise<void>((resolve) => {
      called = resolve
    })
    await clientOf(url).create({_id: 'drafts.oak', _type: 'school'})
    await clientOf(url).create({_id: 'oak', _type: 'school', slug: {current: 'oak'}})
    await arrived
    const [{signature, body} = {signature: '', body: ''}] = calls
    expect(await isValidSignature(body, signature, secrets().webhookSecret)).toBe(true)
    expect(JSON.parse(body)).toMatchObject({id: 'oak', type: 'school', operation: 'create', slugAfter: 'oak'})
    expect(existsSync(join(dataFolder, 'webhooks', 'production.sqlite'))).toBe(true)
  })

  test('is not called for addresses of pictures that follow the site to another port', async () => {
    const at = (port: number) => ({
      LAKE_WEBHOOK_URL: siteUrl,
      LAKE_PUBLIC_URL: `http://localhost:${port}/lake`,
    })
    const first = await startLakeProcess(at(4000))
    const {_id} = await clientOf(first.url).assets.upload('image', picture)
    await stop(first.child, 'SIGTERM')

    const second = await startLakeProcess(at(5000))
    expect((await clientOf(second.url).getDocument(_id))?.url).toMatch('http://localhost:5000/lake/')
    const told = () => calls.map(({body}) => JSON.parse(body))
    const arrived = new Promise<void>((resolve) => {
      called = () => told().some(({id}) => id === 'oak') && resolve()
    })
    await clientOf(second.url).create({_id: 'oak', _type: 'school'})
    // Calls arrive in order: what was changed at the start would have come before.
    await arrived
    expect(told().filter(({operation}) => operation === 'update')).toEqual([])
  })
})
