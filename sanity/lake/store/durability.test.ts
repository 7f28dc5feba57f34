import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {text} from 'node:stream/consumers'
import {openDataset} from './dataset.ts'

const writer = join(__dirname, 'testing', 'commit-until-killed.ts')
let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-durability-'))
  file = join(folder, 'production.sqlite')
})

afterEach(() => rmSync(folder, {recursive: true}))

/** Lets another process commit, kills it after so many answers, and returns all that it answered. */
async function answersOfKilledWriter(count: number, whileItRuns: () => void): Promise<string[]> {
  const child = spawn(process.execPath, [writer, file], {stdio: ['ignore', 'pipe', 'inherit']})
  const exited = once(child, 'exit')
  const answered: string[] = []
  try {
    for await (const line of createInterface({input: child.stdout})) {
      answered.push(line)
      if (answered.length === 1) whileItRuns()
      if (answered.length === count) child.kill('SIGKILL')
    }
  } finally {
    // The writer never ends by itself, so a failed expectation must not leave it behind.
    child.kill('SIGKILL')
  }
  expect(await exited).toEqual([null, 'SIGKILL'])
  return answered
}

test('every answered transaction outlives kill -9, none is there by half, and no lock stays behind', async () => {
  const answered: string[] = []
  for (const count of [1, 17, 40, 73]) {
    const more = await answersOfKilledWriter(count, () => {
      expect(() => openDataset({name: 'production', file})).toThrow(
        expect.objectContaining({name: 'LakeStorageError', message: expect.stringContaining('in use')}),
      )
    })
    expect(more.length).toBeGreaterThanOrEqual(count)
    answered.push(...more)

    const dataset = openDataset({name: 'production', file})
    const stored = dataset.transactionsAfter(0)
    expect(stored.map(({id}) => id)).toEqual(expect.arrayContaining(answered))
    expect(stored.map(({sequence}) => sequence)).toEqual(stored.map((_, position) => position + 1))
    for (const {sequence, changes} of stored) {
      expect(changes.map(({documentId}) => documentId)).toEqual(['left', `entry-${sequence}`, 'right'])
    }
    const last = stored.length
    expect(dataset.documents.size).toBe(last + 2)
    expect(dataset.documents.get('left')).toMatchObject({count: last})
    expect(dataset.documents.get('right')).toMatchObject({count: last})
    dataset.close()
  }
}, 60_000)

test('a disk that takes no more refuses the change by name and keeps exactly what was answered', async () => {
  // The shell's limit on the size of files stands for the full disk: 4,000 blocks of 512 bytes.
  const limited = ['-c', 'ulimit -f 4000; exec "$0" "$1" "$2"', process.execPath, writer, file]
  const child = spawn('sh', limited, {stdio: ['ignore', 'pipe', 'pipe']})
  const exited = once(child, 'exit')
  const [answered, complaint] = await Promise.all([text(child.stdout), text(child.stderr)])
  expect(await exited).toEqual([1, null])
  expect(complaint).toContain(`LakeStorageError: ${file} cannot be read or written`)

  const dataset = openDataset({name: 'production', file})
  const stored = dataset.transactionsAfter(0).map(({id}) => id)
  expect(stored.length).toBeGreaterThan(1)
  expect(stored).toEqual(answered.trimEnd().split('\n'))
  expect(dataset.documents.get('right')).toMatchObject({count: stored.length})
  dataset.close()
}, 30_000)
