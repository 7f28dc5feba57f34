import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {readStamp, writeStamp} from '../../scripts/launch/content-stamp.ts'
import {freePorts, listenOnce} from '../../scripts/testing/free-ports.ts'
import {type Launch, launch} from '../support/launch.ts'
import {sitesUnderTest} from './support/sites-under-test.ts'
import {expect, test} from './support/test.ts'

/**
 * Starts the site of this tree a second time: with the same settings, so that its builds count, with
 * a data folder that says it holds the same content, and on ports of its own. Nobody reads a page of it.
 */
let folder: string
let port: number
let started: Launch

test.beforeEach(async () => {
  const [{url, dataFolder}] = sitesUnderTest()
  folder = mkdtempSync(path.join(tmpdir(), 'start-and-stop-'))
  const stamp = readStamp(dataFolder)
  if (!stamp) throw new Error('The site under test has no content.')
  // Each of these starts is one that the pages have followed.
  writeStamp(folder, {...stamp, run: readFileSync('.next/content-run', 'utf8')})
  port = await freePorts(2)
  started = launch({
    command: 'npm',
    args: ['start', '--', '--port', String(port)],
    variables: {DATA_FOLDER: folder, SITE_URL: url},
  })
  await started.until('Press Ctrl-C')
})

test.afterEach(async () => {
  // Whatever a test has come to, nothing of it stays.
  for (const {pid} of processesBelow(started.child.pid ?? 0).toReversed())
    if (existsSync(`/proc/${pid}`)) process.kill(pid, 'SIGTERM')
  await started.clear()
  rmSync(folder, {recursive: true, force: true})
})

async function expectPortsFree(): Promise<void> {
  const bound = () => Promise.all([listenOnce(port), listenOnce(port + 1)])
  await expect.poll(bound, {timeout: 15_000}).toEqual([port, port + 1])
}

type Process = {pid: number; parent: number; command: string}

/** Linux's own account of what runs; other systems keep theirs elsewhere. */
function processesBelow(pid: number): Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .flatMap((id): Process[] => {
      try {
        const status = readFileSync(`/proc/${id}/status`, 'utf8')
        const command = readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ')
        return [{pid: id, parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]), command}]
      } catch {
        return [] // It has ended meanwhile.
      }
    })
  const below = (parent: number): Process[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)])
  return below(pid)
}

function findProcess(words: string): number {
  const found = processesBelow(started.child.pid ?? 0).filter(({command}) => command.includes(words))
  expect(found, words).toHaveLength(1)
  return found[0]?.pid ?? 0
}

const lake = 'sanity/lake/main.ts'
/** As Next.js calls itself in the list of processes. */
const site = 'next-server'
const launcher = 'scripts/launch/start.ts'

test('a second start builds nothing again, and Ctrl-C stops everything', async () => {
  expect(started.output()).not.toContain('Building')
  expect(started.output()).not.toMatch(/unreachable|deprecat/i)
  expect((await fetch(`http://127.0.0.1:${port}/api/health`)).headers.get('content-type')).toMatch(/json/)
  expect(statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
  // What a terminal does: the signal goes to npm and to everything that it started in the foreground.
  process.kill(-(started.child.pid ?? 0), 'SIGINT')
  expect(await started.ended).toBe(0)
  expect(started.output()).toContain('Stopping …')
  await expectPortsFree()
})

test('SIGTERM stops everything', async () => {
  started.child.kill('SIGTERM')
  await started.ended
  expect(started.output()).toContain('Stopping …')
  await expectPortsFree()
})

for (const [name, words] of [
  ['lake', lake],
  ['site', site],
] as const) {
  test(`when the ${name} dies, everything stops with one message`, async () => {
    process.kill(findProcess(words), 'SIGKILL')
    expect(await started.ended).toBe(1)
    expect(started.output()).toContain(
      `The ${name} has stopped unexpectedly, so everything was stopped. Your content is kept: start again.`,
    )
    expect(started.output()).toContain('It ended with SIGKILL.')
    expect(started.output().match(/has stopped/g)).toHaveLength(1)
    await expectPortsFree()
  })
}

for (const [name, words] of [
  ['launcher', launcher],
  ['program that npm started', 'scripts/start.mjs'],
] as const) {
  test(`when the ${name} is killed outright, the parts leave`, async () => {
    process.kill(findProcess(words), 'SIGKILL')
    await expectPortsFree()
    await started.ended
  })
}
