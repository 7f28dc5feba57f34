import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createQueryEngine} from '../query/engine.ts'
import type {CommitRequest, Mutation} from '../types.ts'
import {CommitQueue} from './commit-queue.ts'
import {openDataset, type StoredDataset} from './dataset.ts'

let folder: string
let dataset: StoredDataset
let queue: CommitQueue
/** How many were committed together, each time. */
let together: number[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-queue-'))
  dataset = openDataset({name: 'production', file: join(folder, 'production.sqlite')})
  together = []
  queue = new CommitQueue({
    commitTogether: (requests) => {
      together.push(requests.length)
      return dataset.commitTogether(requests)
    },
  })
})

afterEach(() => {
  dataset.close()
  rmSync(folder, {recursive: true})
})

const commit = (mutations: Mutation[], more: Partial<CommitRequest> = {}) =>
  queue.commit({author: 'editor', mutations, ...more})
const create = (_id: string, more = {}) => commit([{create: {_id, _type: 'page', ...more}}])
const increase = (id: string) => commit([{patch: {id, inc: {count: 1}}}])
const titlesHeard = () => {
  const heard: string[] = []
  dataset.subscribe(({changes}) => heard.push(...changes.map(({documentId}) => documentId)))
  return heard
}

test('what comes at the same time is committed together, in order, and each finds what was before it', async () => {
  const heard = titlesHeard()
  const [, ...more] = await Promise.all([create('a', {count: 0}), increase('a'), increase('a'), create('b')])
  expect(together).toEqual([4])
  expect(dataset.documents.get('a')).toMatchObject({count: 2, _rev: more[1]?.transactionId})
  expect(heard).toEqual(['a', 'a', 'a', 'b'])
  dataset.close()
  dataset = openDataset({name: 'production', file: join(folder, 'production.sqlite')})
  expect(dataset.documents.get('a')).toMatchObject({count: 2})
  expect(dataset.transactionsAfter(0).map(({sequence}) => sequence)).toEqual([1, 2, 3, 4])
})

test('one that is refused leaves the others as they are', async () => {
  const outcomes = await Promise.allSettled([create('a'), create('a'), increase('missing'), create('b')])
  expect(together).toEqual([4])
  expect(outcomes.map(({status}) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
  expect([...dataset.documents.keys()]).toEqual(['a', 'b'])
  expect(dataset.lastSequence).toBe(2)
})

test('a mutation by query sees what was written just before it', async () => {
  const engine = createQueryEngine(dataset)
  const all: Mutation[] = [{delete: {query: '*[_type == "page"]'}}]
  await Promise.all([
    create('a'),
    commit(all, {selectIds: (query, params) => engine.selectIds(query, params)}),
    create('b'),
  ])
  expect(together).toEqual([1, 1, 1])
  expect([...dataset.documents.keys()]).toEqual(['b'])
})

test('a listener that commits in turn comes after all that were committed together', async () => {
  const heard = titlesHeard()
  const stop = dataset.subscribe(() => {
    stop()
    dataset.commit({author: 'upkeep', mutations: [{create: {_id: 'in-turn', _type: 'page'}}]})
  })
  await Promise.all([create('a'), create('b')])
  expect(heard).toEqual(['a', 'b', 'in-turn'])
})

test('when one cannot be stored none is, on the disk as in memory, and the next one can', async () => {
  await create('a', {count: 0})
  // No author: the file refuses it, as it does when the disk is full.
  const unstorable = JSON.parse('{"author": null}')
  const outcomes = await Promise.allSettled([
    increase('a'),
    create('b'),
    commit([{create: {_id: 'c', _type: 'page'}}], unstorable),
  ])
  expect(together).toEqual([1, 3])
  expect(outcomes.map(({status}) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect([...dataset.documents.values()]).toEqual([expect.objectContaining({_id: 'a', count: 0})])
  expect(dataset.transactionsAfter(0)).toHaveLength(1)
  await create('d', {to: {_type: 'reference', _ref: 'a'}})
  expect(dataset.lastSequence).toBe(2)
  await expect(commit([{delete: {id: 'a'}}])).rejects.toThrow()
})
