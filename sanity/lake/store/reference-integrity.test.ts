import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {JsonObject, Mutation} from '../types.ts'
import {openDataset, type StoredDataset} from './dataset.ts'

let folder: string
let dataset: StoredDataset

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-references-'))
  dataset = openDataset({name: 'production', file: join(folder, 'production.sqlite')})
})

afterEach(() => {
  dataset.close()
  rmSync(folder, {recursive: true})
})

const commit = (...mutations: Mutation[]) => dataset.commit({author: 'editor', mutations})
const strong = (id: string) => ({_type: 'reference', _ref: id})
const school = (id: string, more: JsonObject = {}): Mutation => ({
  create: {_id: id, _type: 'school', ...more},
})

function refused(type: string, more: JsonObject) {
  return expect.objectContaining({
    status: 409,
    body: {
      error: expect.objectContaining({
        items: [expect.objectContaining({error: expect.objectContaining({type, ...more})})],
      }),
    },
  })
}

test('a strong reference needs its target, in drafts and at any depth too', () => {
  const dangling = school('drafts.a', {blocks: [{_key: 'k', link: {to: strong('b')}}]})
  expect(() => commit(dangling)).toThrow(
    refused('documentReferenceDoesNotExistError', {
      id: 'drafts.a',
      referenceID: 'b',
      description: 'Document "drafts.a" references non-existent document "b"',
    }),
  )
  expect(dataset.documents.size).toBe(0)
  commit(school('b'), dangling)
  expect(dataset.documents.size).toBe(2)
})

test('weak references, those to be strengthened at publishing, and those to other datasets need none', () => {
  commit(
    school('a', {
      weak: {...strong('nowhere'), _weak: true},
      later: {...strong('nowhere'), _weak: true, _strengthenOnPublish: {type: 'school'}},
      elsewhere: {_type: 'crossDatasetReference', _ref: 'nowhere', _dataset: 'other', _projectId: 'p'},
      global: {_type: 'globalDocumentReference', _ref: 'dataset:p.other:nowhere'},
    }),
  )
  expect(dataset.documents.size).toBe(1)
})

test('what is referred to stays, and all who refer to it are named', () => {
  commit(school('target'), school('a', {to: strong('target')}), school('b', {to: strong('target')}))
  expect(() => commit({delete: {id: 'target'}})).toThrow(
    refused('documentHasExistingReferencesError', {
      id: 'target',
      referencingIDs: ['a', 'b'],
      description: 'Document "target" cannot be deleted as there are references to it from "a"',
    }),
  )
  commit({patch: {id: 'a', unset: ['to']}}, {delete: {id: 'b'}}, {delete: {id: 'target'}})
  expect([...dataset.documents.keys()]).toEqual(['a'])
})

test('a reference that was removed earlier, or made weak, holds nothing back', () => {
  commit(school('target'), school('a', {to: strong('target')}), school('b', {to: strong('target')}))
  commit({patch: {id: 'a', unset: ['to']}})
  commit({patch: {id: 'b', set: {'to._weak': true}}})
  commit({delete: {id: 'target'}})
  expect([...dataset.documents.keys()]).toEqual(['a', 'b'])
})

test('the only reference is forgotten when it goes, and holds its target again once it is no longer weak', () => {
  commit(school('target'), school('a', {to: {...strong('target'), _weak: true}}))
  expect([...dataset.referrers('target')]).toEqual(['a'])
  commit({patch: {id: 'a', set: {to: strong('target')}}})
  expect(() => commit({delete: {id: 'target'}})).toThrow(
    refused('documentHasExistingReferencesError', {referencingIDs: ['a']}),
  )
  commit({patch: {id: 'a', unset: ['to']}})
  expect([...dataset.referrers('target')]).toEqual([])
  commit({delete: {id: 'target'}})
  expect([...dataset.documents.keys()]).toEqual(['a'])
})

test('what is referred to keeps its type', () => {
  commit(school('target'), school('a', {to: strong('target')}))
  const replace = (_type: string): Mutation => ({createOrReplace: {_id: 'target', _type}})
  expect(() => commit(replace('page'))).toThrow(
    refused('documentHasExistingReferencesError', {id: 'target', referencingIDs: ['a']}),
  )
  commit(replace('school'))
  commit({delete: {id: 'a'}}, replace('page'))
  expect(dataset.documents.get('target')).toMatchObject({_type: 'page'})
})

test('only the state after the whole transaction counts', () => {
  commit({delete: {id: 'b'}}, school('a', {to: strong('b')}), school('b', {to: strong('a')}))
  expect(() => commit({delete: {id: 'a'}})).toThrow(refused('documentHasExistingReferencesError', {id: 'a'}))
  commit({delete: {id: 'a'}}, {delete: {id: 'b'}})
  expect(dataset.documents.size).toBe(0)
  commit(school('self', {to: strong('self')}))
  commit({delete: {id: 'self'}})
  expect(dataset.documents.size).toBe(0)
})

test('an import may leave references dangling, and such a document can still be edited', () => {
  dataset.commit({
    author: 'editor',
    mutations: [school('a', {to: strong('later')})],
    skipReferenceValidation: true,
  })
  commit({patch: {id: 'a', set: {title: 'A'}}})
  expect(() => commit({patch: {id: 'a', set: {other: strong('nowhere')}}})).toThrow(
    refused('documentReferenceDoesNotExistError', {referenceID: 'nowhere'}),
  )
})

test('who refers to a document is known at once and after opening again', () => {
  commit(school('t'), school('a', {to: strong('t')}), school('b', {to: {...strong('t'), _weak: true}}))
  expect([...dataset.referrers('t')]).toEqual(['a', 'b'])
  commit({patch: {id: 'a', unset: ['to']}})
  expect([...dataset.referrers('t')]).toEqual(['b'])
  dataset.close()
  dataset = openDataset({name: 'production', file: join(folder, 'production.sqlite')})
  expect([...dataset.referrers('t')]).toEqual(['b'])
  expect([...dataset.referrers('a')]).toEqual([])
})
