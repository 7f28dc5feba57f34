import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import type {Transaction} from '../types.ts'
import {openDataset, type StoredDataset} from './dataset.ts'

let folder: string
let file: string
const open: StoredDataset[] = []

function start(now?: () => number): StoredDataset {
  const dataset = openDataset({name: 'production', file, ...(now && {now})})
  open.push(dataset)
  return dataset
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-store-'))
  file = join(folder, 'datasets', 'production.sqlite')
})

afterEach(() => {
  for (const dataset of open.splice(0)) dataset.close()
  rmSync(folder, {recursive: true})
})

const author = 'editor'

test('documents, the log and its order survive closing and opening', () => {
  const first = start()
  first.commit({author, transactionId: 'one', mutations: [{create: {_id: 'a', _type: 'page', title: 'A'}}]})
  first.commit({author, transactionId: 'two', mutations: [{patch: {id: 'a', set: {title: 'B'}}}]})
  const stored = first.documents.get('a')
  first.close()

  const second = start()
  expect(second.documents.get('a')).toEqual(stored)
  expect(second.lastSequence).toBe(2)
  const [one, two] = second.transactionsAfter(0)
  expect(one).toMatchObject({id: 'one', sequence: 1, author})
  expect(one?.changes).toMatchObject([{documentId: 'a', before: null, after: {title: 'A', _rev: 'one'}}])
  expect(two?.changes).toMatchObject([
    {
      documentId: 'a',
      before: {title: 'A'},
      after: {title: 'B', _rev: 'two'},
      mutations: [{patch: {id: 'a'}}],
    },
  ])
  expect(second.transactionsAfter(1).map(({id}) => id)).toEqual(['two'])
  expect(second.transactionsAfter(0, 1).map(({id}) => id)).toEqual(['one'])
  expect(second.transaction('two')).toEqual(two)
  expect(second.transaction('three')).toBeNull()
})

test('a change that cannot be stored leaves the documents as they were', () => {
  const dataset = start()
  dataset.commit({author, mutations: [{create: {_id: 'a', _type: 'page', title: 'A'}}]})
  dataset.close()
  const heard: Transaction[] = []
  dataset.subscribe((transaction) => heard.push(transaction))
  expect(() => dataset.commit({author, mutations: [{patch: {id: 'a', set: {title: 'B'}}}]})).toThrow()
  expect(dataset.documents.get('a')).toMatchObject({title: 'A'})
  expect(dataset.lastSequence).toBe(1)
  expect(heard).toEqual([])
})

test('timestamps rise strictly when the clock stands still, jumps back, or did so before a restart', () => {
  const noon = Date.parse('2026-01-31T12:00:00.000Z')
  const clock = [noon, noon, noon - 60_000]
  const first = start(() => clock.shift() ?? noon)
  for (const id of ['a', 'b', 'c']) first.commit({author, mutations: [{create: {_id: id, _type: 'page'}}]})
  first.close()
  const second = start(() => noon - 3_600_000)
  second.commit({author, mutations: [{create: {_id: 'd', _type: 'page'}}]})
  expect(second.transactionsAfter(0).map(({timestamp}) => timestamp)).toEqual([
    '2026-01-31T12:00:00.000Z',
    '2026-01-31T12:00:00.001Z',
    '2026-01-31T12:00:00.002Z',
    '2026-01-31T12:00:00.003Z',
  ])
  expect(second.documents.get('d')).toMatchObject({
    _createdAt: '2026-01-31T12:00:00.003Z',
    _updatedAt: '2026-01-31T12:00:00.003Z',
  })
})

test('a transaction id is taken once, also across a restart', () => {
  const first = start()
  first.commit({author, transactionId: 'one', mutations: [{create: {_id: 'a', _type: 'page'}}]})
  first.close()
  const again = () =>
    start().commit({author, transactionId: 'one', mutations: [{patch: {id: 'a', set: {x: 1}}}]})
  expect(again).toThrow(
    expect.objectContaining({
      status: 409,
      body: {
        error: {
          type: 'transactionAlreadyExistsError',
          description: 'The transaction ID "one" already exists',
        },
      },
    }),
  )
})

test('a dry run answers as the real thing and changes nothing', () => {
  const dataset = start()
  const {results, transaction} = dataset.commit({
    author,
    dryRun: true,
    mutations: [{create: {_id: 'a', _type: 'page', title: 'A'}}],
  })
  expect(results).toMatchObject([{id: 'a', operation: 'create', document: {title: 'A'}}])
  expect(transaction).toBeNull()
  expect(dataset.documents.size).toBe(0)
  expect(dataset.transactionsAfter(0)).toEqual([])
})

test('listeners hear every transaction in order, also those made while listening, and a fault stays with its owner', () => {
  const complaints = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
  const dataset = start()
  const heard: number[] = []
  dataset.subscribe(({sequence}) => {
    if (sequence === 1) dataset.commit({author, mutations: [{create: {_id: 'b', _type: 'page'}}]})
    throw new Error('broken listener')
  })
  const stop = dataset.subscribe(({sequence}) => heard.push(sequence))
  dataset.commit({author, mutations: [{create: {_id: 'a', _type: 'page'}}]})
  expect(heard).toEqual([1, 2])
  stop()
  dataset.commit({author, mutations: [{create: {_id: 'c', _type: 'page'}}]})
  expect(heard).toEqual([1, 2])
  expect(complaints).toHaveBeenCalledTimes(3)
  complaints.mockRestore()
})

test('the request stays the caller’s: changing it afterwards changes no document', () => {
  const dataset = start()
  const blocks = [{_key: 'a', text: 'kept'}]
  dataset.commit({author, mutations: [{create: {_id: 'a', _type: 'page', blocks}}]})
  blocks[0] = {_key: 'a', text: 'changed'}
  expect(dataset.documents.get('a')).toMatchObject({blocks: [{text: 'kept'}]})
})

test('a second opener is told that the file is in use', () => {
  start()
  expect(() => start()).toThrow(
    expect.objectContaining({name: 'LakeStorageError', file, message: expect.stringContaining('in use')}),
  )
})

test('after closing, the one file holds everything, so that it can be copied', () => {
  const first = start()
  first.commit({author, mutations: [{create: {_id: 'a', _type: 'page', title: 'A'}}]})
  first.close()
  const copy = join(folder, 'copy.sqlite')
  writeFileSync(copy, readFileSync(file))
  file = copy
  expect(start().documents.get('a')).toMatchObject({title: 'A'})
})

test.each(['a file in place of the folder', 'a folder in place of the file'])(
  '%s is refused by name',
  (which) => {
    const inTheWay = join(folder, 'occupied')
    if (which.startsWith('a file')) {
      writeFileSync(inTheWay, '')
      file = join(inTheWay, 'production.sqlite')
    } else {
      mkdirSync(inTheWay)
      file = inTheWay
    }
    expect(() => start()).toThrow(
      expect.objectContaining({name: 'LakeStorageError', message: expect.stringContaining(file)}),
    )
  },
)

test('an empty file, as a start that was cut short leaves it, becomes a new dataset', () => {
  file = join(folder, 'empty.sqlite')
  writeFileSync(file, '')
  start().commit({author, mutations: [{create: {_id: 'a', _type: 'page'}}]})
  expect(readFileSync(file).length).toBeGreaterThan(0)
})

describe('a file that is no dataset is left untouched', () => {
  function refusal(): unknown {
    try {
      start()
    } catch (error) {
      return error
    }
    return undefined
  }

  test('random bytes', () => {
    file = join(folder, 'broken.sqlite')
    writeFileSync(file, 'this is not a database, but somebody’s only copy of something '.repeat(50))
    const before = readFileSync(file)
    expect(refusal()).toMatchObject({name: 'LakeStorageError', file, message: expect.stringContaining(file)})
    expect(readFileSync(file)).toEqual(before)
  })

  test('a database of another program', () => {
    file = join(folder, 'foreign.sqlite')
    const other = new DatabaseSync(file)
    other.exec('CREATE TABLE songs (title TEXT)')
    other.close()
    const before = readFileSync(file)
    expect(refusal()).toMatchObject({
      name: 'LakeStorageError',
      message: expect.stringContaining('another program'),
    })
    expect(readFileSync(file)).toEqual(before)
  })

  test('a dataset of a newer version of this project', () => {
    start().close()
    const newer = new DatabaseSync(file)
    newer.exec('PRAGMA user_version = 999')
    newer.close()
    const before = readFileSync(file)
    expect(refusal()).toMatchObject({
      name: 'LakeStorageError',
      message: expect.stringContaining('newer version'),
    })
    expect(readFileSync(file)).toEqual(before)
  })

  test('a dataset with overwritten pages', () => {
    const dataset = start()
    const create = {_type: 'page', text: 'words '.repeat(100)}
    dataset.commit({author, mutations: Array.from({length: 200}, () => ({create}))})
    dataset.close()
    const bytes = readFileSync(file)
    bytes.fill(0xff, Math.floor(bytes.length / 2))
    writeFileSync(file, bytes)
    expect(refusal()).toMatchObject({name: 'LakeStorageError', message: expect.stringContaining('broken')})
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  test('a dataset whose document is no document', () => {
    const dataset = start()
    dataset.commit({author, mutations: [{create: {_id: 'a', _type: 'page'}}]})
    dataset.close()
    const database = new DatabaseSync(file)
    database.exec(`UPDATE documents SET content = '{"_id": "a"}'`)
    database.close()
    expect(refusal()).toMatchObject({name: 'LakeStorageError', message: expect.stringContaining('broken')})
  })
})
