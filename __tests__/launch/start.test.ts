import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {freePorts} from '../../scripts/testing/free-ports.ts'
import {withOrdinaryRights} from '../support/ordinary-rights.ts'

/** Each of these must end before anything is built or started, so the real launcher is run as it is. */
let folder: string
let port: string

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'start-'))
  port = String(await freePorts(2))
})

afterEach(() => rmSync(folder, {recursive: true}))

async function start(args: string[], variables: {[name: string]: string} = {}) {
  const node = withOrdinaryRights(['scripts/launch/start.ts', ...args])
  const child = spawn(node.command, node.args, {
    env: {...process.env, DATA_FOLDER: path.join(folder, 'data'), SANITY_PROJECT_ID: '', ...variables},
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (data) => {
    output += data
  })
  child.stderr.on('data', (data) => {
    output += data
  })
  const [code] = await once(child, 'close')
  return {code, output}
}

async function takePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {server, port: typeof address === 'object' && address ? address.port : 0}
}

it('explains itself', async () => {
  const {code, output} = await start(['--help'])
  expect(code).toBe(0)
  expect(output).toContain('npm start -- --port 4000')
})

it('answers a mistyped option with the right ones', async () => {
  const {code, output} = await start(['--prot', '4000'])
  expect(code).toBe(1)
  expect(output).toContain('npm start -- --port 4000')
})

it('refuses to listen beyond this machine without a hosted project', async () => {
  const {code, output} = await start([], {HOST: '0.0.0.0'})
  expect(code).toBe(1)
  expect(output).toMatch(/HOST is “0.0.0.0”.*signs in without a password/s)
  expect(existsSync(path.join(folder, 'data'))).toBe(false)
})

it('names a taken port and another one', async () => {
  const {server, port} = await takePort()
  const {code, output} = await start(['--port', String(port)])
  server.close()
  expect(code).toBe(1)
  expect(output).toContain(`Port ${port}, which the site needs, is taken by another program.`)
  expect(output).toContain(`npm start -- --port ${port + 10}`)
})

it('names the lake’s port when that one is taken', async () => {
  const {server, port} = await takePort()
  const {code, output} = await start(['--port', String(port - 1)])
  server.close()
  expect(code).toBe(1)
  expect(output).toContain(`Port ${port}, which the embedded Content Lake needs, is taken`)
})

it.each([
  ['site', ['--port', '4190'], 4190, 4200],
  ['embedded Content Lake', ['--port', '4189'], 4190, 4200],
  ['Studio’s own server', ['--port', '6663', '--dev'], 6665, 6675],
])('refuses a port for the %s that no browser opens, before anything is made', async (...expected) => {
  const [purpose, args, port, other] = expected
  const {code, output} = await start(args)
  expect(code).toBe(1)
  expect(output.trim()).toBe(
    `Browsers refuse port ${port}, which the ${purpose} needs, because other programs use it by custom.\n` +
      `Start here on another port: npm start -- --port ${other}`,
  )
  expect(existsSync(path.join(folder, 'data'))).toBe(false)
})

it('leaves a broken data folder as it is, and says which file and what to do', async () => {
  const file = path.join(folder, 'data/datasets/production.sqlite')
  mkdirSync(path.dirname(file), {recursive: true})
  writeFileSync(file, 'This is no database, but somebody may want it back.')
  const {code, output} = await start(['--port', port])
  expect(code).toBe(1)
  expect(output).toContain(file)
  expect(output).not.toMatch(/\n\s+at /)
  expect(readFileSync(file, 'utf8')).toContain('somebody may want it back')
})

it('leaves a file in the place of the data folder alone', async () => {
  writeFileSync(path.join(folder, 'data'), 'a letter')
  const {code, output} = await start(['--port', port])
  expect(code).toBe(1)
  expect(output).toContain('a file stands in the way')
  expect(readFileSync(path.join(folder, 'data'), 'utf8')).toBe('a letter')
})

describe('where this user may not write', () => {
  const data = () => path.join(folder, 'data')
  const remedy = () =>
    `Give this user the right to read and write ${data()} and all that is in it, or set DATA_FOLDER`

  it('names the data folder that cannot be made', async () => {
    chmodSync(folder, 0o555)
    const {code, output} = await start(['--port', port])
    expect(code).toBe(1)
    expect(output).toContain(`The data folder ${data()} cannot be read and written by this user (EACCES).`)
    expect(output).toContain(remedy())
    expect(output).not.toMatch(/\n\s+at /)
    chmodSync(folder, 0o755)
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([
    ['the data folder', '.', 0o555],
    ['a folder in it', 'webhooks', 0o555],
    ['a file in it', 'datasets/production.sqlite', 0o444],
    ['a file that it may not even read', 'secrets.json', 0o000],
  ])('names %s, and changes nothing', async (_what, name, mode) => {
    mkdirSync(path.join(data(), 'datasets'), {recursive: true})
    mkdirSync(path.join(data(), 'webhooks'))
    const files = ['datasets/production.sqlite', 'secrets.json'].map((file) => path.join(data(), file))
    for (const file of files) writeFileSync(file, 'content')
    const refused = path.join(data(), name)
    chmodSync(refused, mode)
    const {code, output} = await start(['--fresh', '--yes', '--port', port])
    expect(code).toBe(1)
    expect(output).toContain(refused)
    expect(output).toContain('cannot be read and written by this user (EACCES)')
    expect(output).toContain(remedy())
    expect(output).not.toMatch(/\n\s+at /)
    chmodSync(refused, 0o755)
    expect(readdirSync(data()).sort()).toEqual(['datasets', 'secrets.json', 'webhooks'])
    for (const file of files) expect(readFileSync(file, 'utf8')).toBe('content')
  })
})

it('asks before the demo content comes back, and changes nothing when there is nobody to ask', async () => {
  const file = path.join(folder, 'data/datasets/production.sqlite')
  mkdirSync(path.dirname(file), {recursive: true})
  writeFileSync(file, 'content')
  const {code, output} = await start(['--fresh', '--port', port])
  expect(code).toBe(1)
  expect(output).toContain('add --yes')
  expect(readFileSync(file, 'utf8')).toBe('content')
})

it('never starts afresh on a hosted dataset', async () => {
  const {code, output} = await start(['--fresh', '--yes', '--port', port], {
    SANITY_PROJECT_ID: 'ab12cd34',
    SANITY_API_READ_TOKEN: 'read',
  })
  expect(code).toBe(1)
  expect(output).toContain('never touches a hosted dataset')
})
