import {chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {freePorts, listenOnce} from '../../scripts/testing/free-ports.ts'
import {type Launch, launch} from '../support/launch.ts'

let folder: string
let port: number
let started: Launch

/** Starts in a tree without packages, with an npm that says who it is, does `work` and what it started in turn does. */
async function startWithNpm(work: string): Promise<void> {
  const programs = path.join(folder, 'programs')
  mkdirSync(programs)
  const npm = path.join(programs, 'npm')
  writeFileSync(npm, `#!${process.execPath}\nconsole.log('npm ' + process.argv[2]);\n${work}`)
  chmodSync(npm, 0o755)
  started = launch({
    args: ['scripts/start.mjs'],
    folder,
    variables: {PATH: `${programs}${path.delimiter}${process.env.PATH}`},
  })
}

/** An npm, and a program that it has started, which take a port each and end by themselves only much later. */
function thatTakesLong(): string {
  const wait = (at: number) =>
    `createServer().listen(${at}, '127.0.0.1', () => console.log('waiting at ${at}')); setTimeout(process.exit, 60_000)`
  const program = `import {createServer} from 'node:net'; ${wait(port + 1)}`
  return `import {spawn} from 'node:child_process'
import {createServer} from 'node:net'
spawn(process.execPath, ['--input-type=module', '--eval', ${JSON.stringify(program)}], {stdio: 'inherit'})
${wait(port)}`
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'install-'))
  cpSync('scripts', path.join(folder, 'scripts'), {recursive: true})
  cpSync('package.json', path.join(folder, 'package.json'))
  port = await freePorts(2)
})

afterEach(async () => {
  await started.clear()
  rmSync(folder, {recursive: true, force: true})
})

async function expectPortsFree(): Promise<void> {
  const end = performance.now() + 20_000
  const bound = () => Promise.all([listenOnce(port), listenOnce(port + 1)])
  let found = await bound()
  while (found.includes(null) && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    found = await bound()
  }
  expect(found).toEqual([port, port + 1])
}

/** As a terminal does it: Ctrl-C goes to everything in the foreground, other signals to the launcher alone. */
const send = (signal: NodeJS.Signals) =>
  process.kill(signal === 'SIGINT' ? -(started.child.pid ?? 0) : (started.child.pid ?? 0), signal)

test.each<NodeJS.Signals>(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'])(
  'an install that %s cuts off ends with everything that npm has started',
  async (signal) => {
    await startWithNpm(thatTakesLong())
    await started.until(`waiting at ${port}`)
    await started.until(`waiting at ${port + 1}`)
    send(signal)
    expect(await started.ended).toBe(signal)
    await expectPortsFree()
    expect(started.output()).not.toContain('could not be installed')
  },
)

test('an install that fails: what npm says, and one message with the remedy', async () => {
  await startWithNpm("console.error('npm error: no space left on device'); process.exit(3)")
  expect(await started.ended).toBe(1)
  expect(started.output()).toMatch(
    /npm install\n[\s\S]*no space left on device[\s\S]*The packages could not be installed; npm says why above\./,
  )
})

test('an npm that is not there: its name', async () => {
  started = launch({args: ['scripts/start.mjs'], folder, variables: {PATH: folder}})
  expect(await started.ended).toBe(1)
  expect(started.output()).toContain('npm could not be started')
  expect(started.output()).toContain('Is npm installed?')
  expect(started.output()).not.toMatch(/\n\s+at /)
})
