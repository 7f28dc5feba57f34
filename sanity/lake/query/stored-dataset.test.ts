import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {LakeError} from '../errors.ts'
import {openDataset} from '../store/dataset.ts'
import type {Dataset, Identity, Mutation, Perspective} from '../types.ts'
import {createQueryEngine, type QueryEngine} from './engine.ts'

const editor: Identity = {kind: 'user', userId: 'editor', role: 'editor'}

let folder: string
let dataset: Dataset
let engine: QueryEngine

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'query-'))
  dataset = openDataset({name: 'production', file: join(folder, 'production.sqlite')})
  engine = createQueryEngine(dataset)
})

afterEach(() => {
  dataset.close()
  rmSync(folder, {recursive: true})
})

function commit(...mutations: Mutation[]) {
  return dataset.commit({mutations, author: 'editor', selectIds: engine.selectIds})
}

function names(perspective: Perspective) {
  const query = '*[_type == "school"] | order(name).name'
  return engine.querySync({query, perspective, identity: editor}).result
}

test('every perspective follows what is committed to the store', () => {
  commit({create: {_id: 'oak', _type: 'school', name: 'Oak'}})
  expect([names('raw'), names('drafts')]).toEqual([['Oak'], ['Oak']])
  commit({create: {_id: 'drafts.oak', _type: 'school', name: 'Oak, changed'}})
  expect([names('published'), names('drafts')]).toEqual([['Oak'], ['Oak, changed']])
  commit({createOrReplace: {_id: 'oak', _type: 'school', name: 'Oak, changed'}}, {delete: {id: 'drafts.oak'}})
  expect([names('raw'), names('published'), names('drafts')]).toEqual([
    ['Oak, changed'],
    ['Oak, changed'],
    ['Oak, changed'],
  ])
})

test('mutations by query find what they mean, drafts too', () => {
  commit(
    {create: {_id: 'oak', _type: 'school', name: 'Oak'}},
    {create: {_id: 'drafts.elm', _type: 'school', name: 'Elm'}},
    {create: {_id: 'home', _type: 'page', name: 'Home'}},
  )
  commit({patch: {query: '*[_type == $type]', params: {type: 'school'}, set: {name: 'Same'}}})
  expect(names('raw')).toEqual(['Same', 'Same'])
  commit({delete: {query: '*[_type == "school" && _id in path("drafts.**")]'}})
  expect([...dataset.documents.keys()].sort()).toEqual(['home', 'oak'])
})

test('a refused or dry transaction leaves the answers as they were', () => {
  commit({create: {_id: 'oak', _type: 'school', name: 'Oak'}})
  expect(() =>
    commit({patch: {id: 'oak', set: {name: 'Lost'}}}, {create: {_id: 'oak', _type: 'school'}}),
  ).toThrow(LakeError)
  dataset.commit({mutations: [{delete: {id: 'oak'}}], author: 'editor', dryRun: true})
  expect(names('raw')).toEqual(['Oak'])
})
