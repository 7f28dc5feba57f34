import {chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {openDataset} from '#sanity/lake/store/dataset.ts'
import {studioSources} from '../../scripts/launch/build-sources.ts'
import {fingerprintOf, rememberBuild} from '../../scripts/launch/fingerprint.ts'
import {freePorts, listenOnce} from '../../scripts/testing/free-ports.ts'
import {type Launch, launch} from '../support/launch.ts'
import {withOrdinaryRights} from '../support/ordinary-rights.ts'
import {copyTree, type Tree} from '../support/tree.ts'

// Each test starts the lake and the first seconds of a build, in a copy of the project.
jest.setTimeout(60_000)

let tree: Tree
let port: number
let launches: Launch[]

beforeEach(async () => {
  tree = copyTree()
  port = await freePorts(4)
  launches = []
})

afterEach(async () => {
  await Promise.all(launches.map(({clear}) => clear()))
  tree.remove()
})

const dataFolder = () => path.join(tree.folder, '.data')

function start(...more: string[]): Launch {
  const started = launch({
    ...withOrdinaryRights(['scripts/launch/start.ts', '--port', String(port), ...more]),
    folder: tree.folder,
    variables: {DATA_FOLDER: dataFolder(), SITE_URL: ''},
  })
  launches.push(started)
  return started
}

/** The Studio is built first: from here a start ends soon after the content is in place. */
function breakStudio(): void {
  writeFileSync(path.join(tree.folder, 'sanity.cli.ts'), 'export default {{{')
}

/** As if the Studio's build had ended well, so that the site's is next. */
function skipStudio(): void {
  const output = path.join(tree.folder, 'sanity/studio/dist')
  rememberBuild(output, fingerprintOf(tree.folder, studioSources))
}

/** Titles by id, of a data folder that nobody uses at this moment. */
function storedTitles(folder = dataFolder()): Map<string, unknown> {
  const dataset = openDataset({name: 'production', file: path.join(folder, 'datasets/production.sqlite')})
  const titles = Array.from(dataset.documents.values(), ({_id, title}) => [_id, title] as const)
  dataset.close()
  return new Map(titles)
}

const storedIds = () => [...storedTitles().keys()]

function demoIds(): string[] {
  const lines = readFileSync('sanity/content/data.ndjson', 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line)._id)
}

/** Waits a little for ports of these numbers above the site's: the site's own is 0 and the lake's 1. */
async function expectPorts(which: number[], expected: 'free' | 'taken'): Promise<void> {
  const look = () =>
    Promise.all(which.map(async (at) => ((await listenOnce(port + at)) === null ? 'taken' : 'free')))
  const end = performance.now() + 20_000
  let states = await look()
  while (states.some((state) => state !== expected) && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    states = await look()
  }
  expect(states).toEqual(which.map(() => expected))
}

const expectPortsFree = () => expectPorts([0, 1], 'free')

/**
 * Makes a build wait where it reads this file, with a port taken by its own process (2) and one by a process
 * that it has started (3): so it shows from outside whether they still run. Neither outlives the test for long.
 */
function holdBuildAt(file: string): void {
  const helper = `require('node:net').createServer().listen(${port + 3}, '127.0.0.1'); setTimeout(process.exit, 60_000)`
  writeFileSync(
    path.join(tree.folder, file),
    `import {spawn} from 'node:child_process'
import {createServer} from 'node:net'
spawn(process.execPath, ['--eval', ${JSON.stringify(helper)}], {stdio: 'ignore'})
createServer().listen(${port + 2}, '127.0.0.1')
setTimeout(process.exit, 60_000)
await new Promise(() => {})
`,
  )
}

test('a Studio that cannot be built: one message, nothing left running, content kept', async () => {
  breakStudio()
  const started = start()
  expect(await started.ended).toBe(1)
  expect(started.output()).toMatch(
    /The Studio could not be built\. Your content is as it was\. Mend what is named below, then start again\.[\s\S]*sanity\.cli\.ts/,
  )
  await expectPortsFree()
  expect(storedIds()).toEqual(expect.arrayContaining(demoIds()))
})

test('a site that cannot be built: one message, nothing left running, and no half-built site counts', async () => {
  skipStudio()
  writeFileSync(path.join(tree.folder, 'next.config.js'), 'export default {{{')
  const started = start()
  expect(await started.ended).toBe(1)
  expect(started.output()).toMatch(
    /The site could not be built\. Your content is as it was\.[\s\S]*next\.config\.js/,
  )
  expect(started.output()).not.toContain('Building the Studio')
  expect(existsSync(path.join(tree.folder, '.next/fingerprint'))).toBe(false)
  await expectPortsFree()
})

test.each([
  ['Studio', 'sanity/studio', 'dist', () => {}],
  ['site', '.', '.next', skipStudio],
])(
  'no right to write where the %s is built: its name and the remedy',
  async (_name, parent, output, prepare) => {
    prepare()
    mkdirSync(dataFolder())
    chmodSync(path.join(tree.folder, parent), 0o555)
    const started = start()
    const code = await started.ended
    chmodSync(path.join(tree.folder, parent), 0o755)
    expect(code).toBe(1)
    expect(started.output()).toContain(
      `This user may not write to ${path.join(tree.folder, parent, output)} (EACCES), where a build has to go.`,
    )
    expect(started.output()).toContain('Give this user the right to write to the project’s folder')
    expect(started.output()).not.toContain('Building')
    await expectPortsFree()
    expect(storedIds()).toEqual(expect.arrayContaining(demoIds()))
  },
)

test('--fresh --yes brings the demo content back and keeps what there was', async () => {
  breakStudio()
  expect(await start().ended).toBe(1)
  const file = path.join(dataFolder(), 'datasets/production.sqlite')
  const dataset = openDataset({name: 'production', file})
  dataset.commit({
    mutations: [
      {create: {_id: 'written-by-staff', _type: 'page'}},
      {patch: {id: 'page-working-with-us', set: {title: 'Changed by staff'}}},
    ],
    author: 'editor',
  })
  dataset.close()

  const again = start('--fresh', '--yes')
  expect(await again.ended).toBe(1)
  const [backup = ''] = readdirSync(path.join(dataFolder(), 'backups'))
  expect(again.output()).toContain(path.join('.data/backups', backup))
  expect(storedIds()).toEqual(expect.arrayContaining(demoIds()))
  expect(storedIds()).not.toContain('written-by-staff')
  expect(storedTitles().get('page-working-with-us')).toBe('Working with Us')
  const kept = storedTitles(path.join(dataFolder(), 'backups', backup))
  expect(kept.has('written-by-staff')).toBe(true)
  expect(kept.get('page-working-with-us')).toBe('Changed by staff')
})

test('first content that was cut off is made whole at the next start', async () => {
  breakStudio()
  const killed = start()
  await killed.until('Bringing the first content')
  killed.child.kill('SIGKILL')
  expect(await killed.ended).toBe('SIGKILL')
  const stamp = () => JSON.parse(readFileSync(path.join(dataFolder(), 'content.json'), 'utf8'))
  expect(stamp().broughtOn).toBeNull()
  // The lake notices by itself that the launcher is gone.
  await expectPortsFree()

  const again = start()
  expect(await again.ended).toBe(1)
  expect(again.output()).toContain('Bringing the first content: done')
  expect(stamp().broughtOn).not.toBeNull()
  expect(storedIds()).toEqual(expect.arrayContaining(demoIds()))
})

test('a stamp that cannot be read: its name and the remedy, which works', async () => {
  breakStudio()
  mkdirSync(dataFolder())
  const file = path.join(dataFolder(), 'content.json')
  writeFileSync(file, '{"identity":')
  const started = start()
  expect(await started.ended).toBe(1)
  expect(started.output()).toContain(`${file} cannot be read`)
  expect(started.output()).toContain('Delete that file and start again')
  expect(started.output()).not.toMatch(/\n\s+at /)

  rmSync(file)
  expect(await start().ended).toBe(1)
  expect(storedIds()).toEqual(expect.arrayContaining(demoIds()))
})

test('SIGTERM during a build ends the build too', async () => {
  const started = start()
  await started.until('Building the Studio')
  started.child.kill('SIGTERM')
  expect(await started.ended).toBe(0)
  expect(started.output()).toContain('Stopping …')
  expect(started.output()).not.toContain('could not be built')
  await expectPortsFree()
  expect(existsSync(path.join(tree.folder, 'sanity/studio/dist/fingerprint'))).toBe(false)
})

test.each([
  ['Studio', 'sanity.cli.ts', () => {}],
  ['site', 'next.config.js', skipStudio],
])('a launcher that is killed outright takes the build of the %s along', async (_name, file, prepare) => {
  prepare()
  holdBuildAt(file)
  const started = start()
  await expectPorts([2, 3], 'taken')
  started.child.kill('SIGKILL')
  expect(await started.ended).toBe('SIGKILL')
  await expectPorts([0, 1, 2, 3], 'free')
})
