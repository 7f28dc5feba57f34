import {type ChildProcess, execFile, spawn} from 'node:child_process'
import {once} from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {gunzipSync, gzipSync} from 'node:zlib'
import sharp from 'sharp'
import {openSignOffKeys} from '#lib/sign-off/keys.ts'
import {askForSignOff} from '#sanity/sign-off/ask.ts'
import {describeSignOff} from '#sanity/sign-off/describe.ts'
import {openLedger} from '#sanity/sign-off/ledger.ts'
import {findReview} from '#sanity/sign-off/review.ts'
import {unpackBackup} from '../scripts/backup/restore-backup.ts'
import {startTestLake, type TestLake} from './lake/support.ts'
import {answerBy, head, signOffOfTests, staff, subject, tokenIn, yes} from './sign-off/support.ts'

// Each test starts processes, which takes long on a busy machine.
jest.setTimeout(120_000)

const test = signOffOfTests()
let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'backup-'))
})

afterEach(() => rmSync(folder, {recursive: true, force: true}))

type Run = {code: number; output: string; errors: string}

/** Runs a command as npm does. */
function run(
  command: string,
  dataFolder: string,
  args: string[],
  more: {[name: string]: string} = {},
): Promise<Run> {
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'test' as const,
    SANITY_PROJECT_ID: '',
    LAKE_URL: test.lake.url,
    DATA_FOLDER: dataFolder,
    ...more,
  }
  const script = path.resolve('scripts', `${command}.ts`)
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], {env, cwd: folder}, (error, output, errors) => {
      resolve({code: error ? Number(error.code) : 0, output, errors})
    })
  })
}

const archive = () => path.join(folder, 'backup.tar.gz')
const elsewhere = () => path.join(folder, 'data')

async function makeBackup(): Promise<void> {
  const made = await run('backup', test.lake.dataFolder, [archive()])
  expect(made).toMatchObject({code: 0, errors: ''})
}

/** What stands beside the data folder of this test. */
const beside = () => readdirSync(folder).filter((name) => name.startsWith('data.'))

it('brings content, history, pictures, agreements and links back, as they were at one moment', async () => {
  const client = test.lake.client()
  const picture = await sharp({create: {width: 40, height: 30, channels: 3, background: 'teal'}})
    .png()
    .toBuffer()
  const image = await client.assets.upload('image', picture, {filename: 'teal.png'})
  await client.createOrReplace({_id: 'one', _type: 'page', title: 'First'})
  await client.patch('one').set({title: 'Second'}).commit()
  await askForSignOff(subject, {reviewers: [head]}, staff, test.around)
  await answerBy(test, yes)
  const token = tokenIn(test.letters)
  const described = await describeSignOff(subject, staff, test.around)
  mkdirSync(path.join(test.lake.dataFolder, 'outbox'), {recursive: true})
  writeFileSync(path.join(test.lake.dataFolder, 'outbox', 'letter.eml'), 'To: somebody')
  const memory = JSON.stringify({highest: 1, withdrawals: {}})
  writeFileSync(path.join(test.lake.dataFolder, 'sign-off-memory.json'), memory)

  // Written while the backup is made: two documents that are always alike.
  let writing = true
  const written = (async () => {
    for (let n = 1; writing; n++) {
      const pair = ['left', 'right'].map((_id) => ({_id, _type: 'pair', n}))
      await client.transaction(pair.map((document) => ({createOrReplace: document}))).commit()
    }
  })()
  await makeBackup()
  writing = false
  await written
  expect(statSync(archive()).mode & 0o777).toBe(0o600)
  expect(readdirSync(path.join(test.lake.dataFolder, 'snapshots'))).toEqual([])

  expect(await run('restore', elsewhere(), [archive(), '--yes'])).toMatchObject({code: 0, errors: ''})
  expect(existsSync(path.join(elsewhere(), 'outbox'))).toBe(false)
  expect(readFileSync(path.join(elsewhere(), 'sign-off-memory.json'), 'utf8')).toBe(memory)
  expect(beside()).toEqual([])
  const restored = await startTestLake({dataFolder: elsewhere()})
  try {
    expect(restored.secrets).toEqual(test.lake.secrets)
    const now = restored.client({perspective: 'raw'})
    const [left, right] = await now.getDocuments(['left', 'right'])
    expect(left?.n).toBeGreaterThan(0)
    expect(right?.n).toBe(left?.n)
    expect(await now.getDocument('one')).toEqual(await client.getDocument('one'))
    expect(await historyOf('one', restored)).toEqual(await historyOf('one', test.lake))
    const address = (image.url ?? '').replace(test.lake.url, restored.url)
    expect(Buffer.from(await (await fetch(address)).arrayBuffer())).toEqual(picture)

    const keys = openSignOffKeys(restored.secrets.signOffKey)
    if (keys === null) throw new Error('The restored key is none.')
    const around = {...test.around, client: now, keys, ledger: openLedger(now, keys)}
    expect(await describeSignOff(subject, staff, around)).toEqual(described)
    expect(described.state).toBe('agreed')
    expect((await findReview(token, null, around))?.request.reviewers).toMatchObject([{email: head.email}])
    const verified = await run('sign-off-verify', elsewhere(), [], {LAKE_URL: restored.url})
    expect(verified).toMatchObject({code: 0, output: expect.stringContaining('Nothing was altered.')})
  } finally {
    await restored.close()
  }
})

async function historyOf(id: string, lake: TestLake): Promise<string> {
  const path = `/v2025-02-19/data/history/production/transactions/${id}?excludeContent=true`
  const answer = await fetch(`${lake.url}${path}`, {
    headers: {authorization: `Bearer ${lake.secrets.writeToken}`},
  })
  const text = await answer.text()
  expect(text.split('\n').length).toBeGreaterThan(2)
  return text
}

/** A lake of its own on a data folder, as a stranger to this process, stopped again. */
async function startElsewhere(): Promise<{url: string; stop: () => Promise<void>}> {
  const lake: ChildProcess = spawn(process.execPath, [path.resolve('sanity/lake/main.ts')], {
    env: {PATH: process.env.PATH, NODE_ENV: 'test', LAKE_PORT: '0', DATA_FOLDER: elsewhere()},
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(lake.stdout ?? lake, 'data')
  const stop = async () => {
    lake.kill('SIGTERM')
    await once(lake, 'close')
  }
  return {url: String(line).trim().replace('lake ready on ', ''), stop}
}

it('replaces nothing while a site runs, and keeps what it replaces', async () => {
  await makeBackup()
  const lake = await startElsewhere()
  const refused = await run('restore', elsewhere(), [archive(), '--yes'])
  expect(refused).toMatchObject({code: 1, errors: expect.stringContaining(`A site runs on ${elsewhere()}`)})
  // Nobody but that lake can make a backup now, and the port of the other one is no way to it.
  const wrongPort = await run('backup', elsewhere(), [path.join(folder, 'other.tar.gz')])
  expect(wrongPort).toMatchObject({code: 1, errors: expect.stringContaining('add --port')})
  await lake.stop()

  const before = readFileSync(path.join(elsewhere(), 'secrets.json'), 'utf8')
  const asked = await run('restore', elsewhere(), [archive()])
  expect(asked).toMatchObject({code: 1, errors: expect.stringContaining('add --yes')})
  expect(readFileSync(path.join(elsewhere(), 'secrets.json'), 'utf8')).toBe(before)
  expect(beside()).toEqual([])

  expect(await run('restore', elsewhere(), [archive(), '--yes'])).toMatchObject({code: 0})
  const [kept = ''] = beside()
  expect(kept).toMatch(/^data\.before-restore-/)
  expect(readFileSync(path.join(folder, kept, 'secrets.json'), 'utf8')).toBe(before)
  expect(readFileSync(path.join(elsewhere(), 'secrets.json'), 'utf8')).not.toBe(before)
  // One of a site that is stopped is made without its lake.
  expect(await run('backup', elsewhere(), [path.join(folder, 'again.tar.gz')])).toMatchObject({code: 0})
  expect(await run('backup', elsewhere(), [path.join(folder, 'again.tar.gz')])).toMatchObject({
    code: 1,
    errors: expect.stringContaining('exists already'),
  })
})

it('lets what a school has taken back since then stay taken back', async () => {
  await askForSignOff(subject, {reviewers: [head]}, staff, test.around)
  await answerBy(test, yes)
  await makeBackup()
  await run('restore', elsewhere(), [archive(), '--yes'])
  const at = new Date().toISOString()
  const memory = path.join(elsewhere(), 'sign-off-memory.json')
  writeFileSync(memory, JSON.stringify({highest: 99, withdrawals: {[subject.id]: {number: 99, at}}}))
  await run('restore', elsewhere(), [archive(), '--yes'])
  const {all} = await test.around.ledger.whole()
  const last = Math.max(...all.flatMap(({events}) => events.map(({number}) => number)))
  expect(JSON.parse(readFileSync(memory, 'utf8')).withdrawals).toEqual({[subject.id]: {number: last, at}})
})

it('refuses what is no whole backup, and touches nothing', async () => {
  await makeBackup()
  const whole = gunzipSync(readFileSync(archive()))
  const broken = path.join(folder, 'broken.tar.gz')
  const secrets = whole.indexOf('"readToken"')
  const altered = Buffer.from(whole)
  altered.write('"writToken"', secrets)
  const outside = Buffer.from(whole)
  outside.write('../secrets.json\0', 0)
  const renamed = Buffer.from(whole)
  renamed.write('elsewhere.json\0', 0)
  for (const [bytes, words] of [
    [gzipSync(altered), 'secrets.json is missing or is not what it was'],
    [gzipSync(outside), 'no backup of this site does'],
    [gzipSync(renamed), 'no backup of this site does'],
    [gzipSync(whole.subarray(0, 4096)), 'cut off'],
    [Buffer.from('no archive'), 'is not a whole backup'],
  ] as const) {
    writeFileSync(broken, bytes)
    await expect(unpackBackup(broken, elsewhere(), new Date())).rejects.toThrow(words)
  }
  truncateSync(archive(), statSync(archive()).size - 10)
  expect(await run('restore', elsewhere(), [archive(), '--yes'])).toMatchObject({code: 1})
  expect(existsSync(elsewhere())).toBe(false)
  expect(beside()).toEqual([])
})

it('is no business of the read token, nor of a hosted project', async () => {
  const ask = (token: string) =>
    fetch(`${test.lake.url}/backup`, {method: 'POST', headers: {authorization: `Bearer ${token}`}})
  expect((await ask(test.lake.secrets.readToken)).status).toBe(403)
  expect((await fetch(`${test.lake.url}/backup`, {method: 'POST'})).status).toBe(403)
  const hosted = {SANITY_PROJECT_ID: 'ab12cd34'}
  for (const command of ['backup', 'restore'])
    expect(
      await run(command, elsewhere(), [archive(), '--yes'].slice(0, command === 'backup' ? 1 : 2), hosted),
    ).toMatchObject({
      code: 1,
      errors: expect.stringContaining('npm run content:export'),
    })
})
