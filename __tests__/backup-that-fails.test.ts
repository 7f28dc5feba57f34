import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {readSecrets} from '#sanity/lake/access/secrets.ts'
import {openDataset} from '#sanity/lake/store/dataset.ts'
import {makeBackup} from '../scripts/backup/make-backup.ts'
import {takeSnapshots} from '../scripts/backup/snapshots.ts'
import {startTestLake, type TestLake} from './lake/support.ts'
import {startLocalServer} from './support/local-server.ts'

// Each test starts a process, which takes long on a busy machine.
jest.setTimeout(120_000)

let lake: TestLake
let folder: string

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'backup-that-fails-'))
  lake = await startTestLake()
})

afterEach(async () => {
  await lake.close()
  rmSync(folder, {recursive: true, force: true})
})

const installation = () => ({
  dataFolder: lake.dataFolder,
  lakeUrl: lake.url,
  writeToken: lake.secrets.writeToken,
})

/** As the command does, of the lake of the test and into its folder. */
const backUp = (more: Pick<Parameters<typeof makeBackup>[0], 'takeSnapshots' | 'signal'>) =>
  makeBackup({
    dataFolder: lake.dataFolder,
    file: path.join(folder, 'backup.tar.gz'),
    overwrite: false,
    ...more,
  })

/** The copies that are on the disk now. */
function copies(dataFolder = lake.dataFolder): string[] {
  const parent = path.join(dataFolder, 'snapshots')
  return existsSync(parent) ? readdirSync(parent) : []
}

/** A test that waits in vain ends by Jest's time limit. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(5)
}

function askForCopies(signal: AbortSignal): Promise<Response> {
  const {writeToken} = lake.secrets
  const headers = {authorization: `Bearer ${writeToken}`}
  return fetch(`${lake.url}/backup`, {method: 'POST', headers, signal})
}

/** So many documents that they are not copied in a moment. */
async function fill(documents: number): Promise<void> {
  for (let n = 0; n < documents; n++)
    await lake.client().create({_id: `large-${n}`, _type: 'page', text: 'x'.repeat(1_000_000)})
}

it('keeps no copies for a command that goes while they are made', async () => {
  await fill(12)
  const gone = new AbortController()
  const asked = askForCopies(gone.signal).catch(() => null)
  await until(() => copies().length > 0)
  gone.abort()
  await asked
  await until(() => copies().length === 0)
  // The lake goes on as before.
  expect(await lake.client().getDocument('large-0')).toMatchObject({_type: 'page'})
})

it('keeps copies as long as the command is there that they were made for, and of two commands each its own', async () => {
  const [one, other] = [new AbortController(), new AbortController()]
  for (const {signal} of [one, other]) expect((await askForCopies(signal)).status).toBe(200)
  const [first] = copies()
  expect(copies()).toHaveLength(2)
  one.abort()
  await until(() => copies().length === 1)
  other.abort()
  await until(() => copies().length === 0)
  expect(first).toMatch(/^[\da-f-]{36}$/)
})

it('takes its copies away when the archive could not be written', async () => {
  await fill(2)
  const made = backUp({
    takeSnapshots: async () => {
      const snapshots = await takeSnapshots(installation())
      expect(copies()).toHaveLength(1)
      return {...snapshots, datasets: [...snapshots.datasets, 'not-copied']}
    },
  })
  await expect(made).rejects.toThrow('The backup failed, and nothing was kept of it')
  expect(copies()).toEqual([])
  expect(readdirSync(folder)).toEqual([])
})

it('takes away what it began when the command is told to stop', async () => {
  const stop = new AbortController()
  const made = backUp({
    takeSnapshots: async () => {
      const snapshots = await takeSnapshots(installation())
      stop.abort()
      return snapshots
    },
    signal: stop.signal,
  })
  await expect(made).rejects.toThrow('The backup was stopped, and nothing was kept of it.')
  expect(copies()).toEqual([])
  expect(readdirSync(folder)).toEqual([])
})

/** The data of an installation whose site is stopped. */
function stoppedInstallation(): string {
  const dataFolder = path.join(folder, 'data')
  const file = path.join(dataFolder, 'datasets', 'production.sqlite')
  const dataset = openDataset({name: 'production', file})
  for (let n = 0; n < 4; n++)
    dataset.commit({
      author: 'test',
      mutations: [{create: {_id: `large-${n}`, _type: 'page', text: 'x'.repeat(1_000_000)}}],
    })
  dataset.close()
  return dataFolder
}

it('keeps no copies of a stopped site when one of them fails', async () => {
  const dataFolder = stoppedInstallation()
  writeFileSync(path.join(dataFolder, 'datasets', 'second.sqlite'), 'This is no database.')
  const taken = takeSnapshots({dataFolder, lakeUrl: 'http://127.0.0.1:9', writeToken: ''})
  await expect(taken).rejects.toThrow('second.sqlite is broken or is not a dataset')
  expect(copies(dataFolder)).toEqual([])
})

it('makes no backup of a folder without content, which could not be restored', async () => {
  const taken = takeSnapshots({dataFolder: folder, lakeUrl: 'http://127.0.0.1:9', writeToken: ''})
  await expect(taken).rejects.toThrow(`There is no content in ${folder}`)
})

it('passes on why the lake could not copy, and leaves nothing of it', async () => {
  const dataFolder = stoppedInstallation()
  // The shell's limit on the size of files stands for the full disk: 2,000 blocks of 512 bytes.
  const limited = ['-c', 'ulimit -f 2000; exec "$0" "$1"', process.execPath, 'sanity/lake/main.ts']
  const child = spawn('sh', limited, {
    env: {PATH: process.env.PATH, NODE_ENV: 'test', LAKE_PORT: '0', DATA_FOLDER: dataFolder},
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  try {
    const [line] = await once(child.stdout, 'data')
    const lakeUrl = String(line).trim().replace('lake ready on ', '')
    const {writeToken} = readSecrets(dataFolder)
    const taken = takeSnapshots({dataFolder, lakeUrl, writeToken})
    await expect(taken).rejects.toThrow(/production\.sqlite cannot be read or written .* Check the disk/)
    expect(copies(dataFolder)).toEqual([])
  } finally {
    child.kill()
    await once(child, 'close')
  }
})

it.each([
  [507, {message: 'The disk is full: free some space.'}, 'The disk is full: free some space.'],
  [403, {message: 'A backup is made with the write token of this lake'}, '--port'],
  [500, 'no JSON', 'status 500'],
])('says what the lake says, with status %s', async (status, body, words) => {
  const server = await startLocalServer((_request, response) =>
    response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(body)),
  )
  try {
    await expect(takeSnapshots({...installation(), lakeUrl: server.url})).rejects.toThrow(words)
  } finally {
    await server.close()
  }
})

it('says that nothing answers where nothing does', async () => {
  await expect(takeSnapshots({...installation(), lakeUrl: 'http://127.0.0.1:9'})).rejects.toThrow('--port')
})
