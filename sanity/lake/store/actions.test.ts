import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {LakeError} from '../errors.ts'
import type {Action, JsonObject, Mutation} from '../types.ts'
import {performActions} from './actions.ts'
import {openDataset, type StoredDataset} from './dataset.ts'

let folder: string
let dataset: StoredDataset

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-actions-'))
  dataset = openDataset({name: 'production', file: join(folder, 'production.sqlite')})
})

afterEach(() => {
  dataset.close()
  rmSync(folder, {recursive: true})
})

function commit(...mutations: Mutation[]) {
  return dataset.commit({author: 'editor', mutations})
}

function perform(actions: Action[], more: {transactionId?: string; dryRun?: boolean} = {}) {
  return performActions(dataset, {actions, author: 'editor', ...more})
}

const of = (kind: string, fields: JsonObject): Action => ({
  actionType: `sanity.action.document.${kind}`,
  ...fields,
})
const ids = {draftId: 'drafts.a', publishedId: 'a'}
const page = (_id: string, more: JsonObject = {}): Mutation => ({create: {_id, _type: 'page', ...more}})

function refusal(actions: Action[]): JsonObject {
  const before = [...dataset.documents.values()]
  try {
    perform(actions)
  } catch (error) {
    if (!(error instanceof LakeError)) throw error
    expect([...dataset.documents.values()]).toEqual(before)
    return {status: error.status, ...JSON.parse(JSON.stringify(error.body)).error}
  }
  throw new Error('The actions were not refused')
}

/** The refusal that names this action of the request. */
const refused = (status: number, type: string, index = 0, more: JsonObject = {}) => ({
  status,
  items: [{index, error: {type, ...more}}],
})

const all = () => Object.fromEntries(dataset.documents)

describe('create', () => {
  const action = of('create', {
    publishedId: 'a',
    attributes: {_id: 'drafts.a', _type: 'page', title: 'A'},
    ifExists: 'fail',
  })

  test('makes a draft, with the transaction id that the client chose', () => {
    expect(perform([action], {transactionId: 'chosen'})).toEqual({transactionId: 'chosen'})
    expect(all()).toMatchObject({'drafts.a': {title: 'A', _rev: 'chosen'}})
  })

  test('refuses when the draft or the published document exists, or leaves it when told so', () => {
    commit(page('a'))
    expect(refusal([action])).toMatchObject(refused(409, 'documentAlreadyExistsError', 0, {id: 'a'}))
    expect(perform([{...action, ifExists: 'ignore'}])).toEqual({transactionId: expect.any(String)})
    commit({delete: {id: 'a'}}, page('drafts.a'))
    expect(refusal([action])).toMatchObject(refused(409, 'documentAlreadyExistsError', 0, {id: 'drafts.a'}))
    expect(dataset.documents.size).toBe(1)
  })
})

describe('edit', () => {
  const action = of('edit', {...ids, patch: {set: {title: 'B'}}})

  test('patches the draft', () => {
    commit(page('drafts.a', {title: 'A', kept: true}))
    perform([action])
    expect(all()).toMatchObject({'drafts.a': {title: 'B', kept: true}})
  })

  test('makes the draft from the published document first, in the same transaction', () => {
    commit({create: {_id: 'a', _type: 'page', title: 'A', kept: true, _createdAt: '2020-01-01T00:00:00Z'}})
    const {transactionId} = perform([action])
    expect(all()).toMatchObject({
      a: {title: 'A'},
      'drafts.a': {title: 'B', kept: true, _createdAt: '2020-01-01T00:00:00Z', _rev: transactionId},
    })
    expect(dataset.transaction(transactionId)?.changes).toMatchObject([
      {
        documentId: 'drafts.a',
        before: null,
        mutations: [{create: {title: 'A'}}, {patch: {set: {title: 'B'}}}],
      },
    ])
  })

  test('without effect still is a transaction, as the Studio waits for its event', () => {
    commit(page('drafts.a'))
    const {transactionId} = perform([
      of('edit', {...ids, patch: {unset: ['_empty_action_guard_pseudo_field_']}}),
    ])
    expect(dataset.transaction(transactionId)?.changes).toHaveLength(1)
    expect(dataset.documents.get('drafts.a')?._rev).toBe(transactionId)
  })

  test('refuses without anything to edit, and a version that does not exist', () => {
    expect(refusal([action])).toMatchObject(refused(404, 'documentNotFoundError', 0, {id: 'drafts.a'}))
    commit(page('a'))
    const version = {...action, draftId: 'versions.r.a'}
    expect(refusal([version])).toMatchObject(refused(404, 'documentNotFoundError', 0, {id: 'versions.r.a'}))
  })

  test('a condition on the revision holds through several edits of one request', () => {
    const {transactionId} = commit(page('drafts.a'))
    const edit = (name: string, ifRevisionID: string) =>
      of('edit', {...ids, patch: {ifRevisionID, set: {[name]: true}}})
    perform([edit('x', transactionId), edit('y', transactionId)])
    expect(all()).toMatchObject({'drafts.a': {x: true, y: true}})
    expect(refusal([edit('z', transactionId)])).toMatchObject(
      refused(409, 'documentRevisionIDDoesNotMatchError'),
    )
  })
})

describe('publish', () => {
  const action = of('publish', ids)

  test('replaces the published document and deletes the draft in one transaction', () => {
    commit({create: {_id: 'a', _type: 'page', title: 'A', old: true, _createdAt: '2020-01-01T00:00:00Z'}})
    commit(page('drafts.a', {title: 'B'}))
    const {transactionId} = perform([action])
    expect(dataset.documents.get('a')).toEqual({
      _id: 'a',
      _type: 'page',
      title: 'B',
      _rev: transactionId,
      _createdAt: '2020-01-01T00:00:00Z',
      _updatedAt: dataset.transaction(transactionId)?.timestamp,
    })
    expect(dataset.documents.has('drafts.a')).toBe(false)
    expect(dataset.transaction(transactionId)?.changes.map(({documentId}) => documentId)).toEqual([
      'a',
      'drafts.a',
    ])
  })

  test('keeps the draft’s date of creation at the first time', () => {
    commit({create: {_id: 'drafts.a', _type: 'page', _createdAt: '2020-01-01T00:00:00Z'}})
    perform([action])
    expect(all()).toMatchObject({a: {_createdAt: '2020-01-01T00:00:00Z'}})
  })

  test('strengthens references, which then need their target', () => {
    const mark = {type: 'school', template: {id: 'school'}}
    const later = {_type: 'reference', _ref: 'b', _weak: true, _strengthenOnPublish: mark}
    const staysWeak = {...later, _strengthenOnPublish: {...mark, weak: true}}
    const justWeak = {_type: 'reference', _ref: 'b', _weak: true}
    commit(page('drafts.a', {list: [{_key: 'k', to: later}], staysWeak, justWeak}))
    expect(refusal([action])).toMatchObject(
      refused(409, 'documentReferenceDoesNotExistError', 0, {id: 'a', referenceID: 'b'}),
    )
    commit(page('b'))
    perform([action])
    const weak = {_type: 'reference', _ref: 'b', _weak: true}
    expect(all().a).toMatchObject({
      list: [{_key: 'k', to: {_type: 'reference', _ref: 'b'}}],
      staysWeak: weak,
      justWeak: weak,
    })
    expect(JSON.stringify(all().a)).not.toContain('_strengthenOnPublish')
    expect(dataset.documents.get('a')?.list).toEqual([{_key: 'k', to: {_type: 'reference', _ref: 'b'}}])
  })

  test('keeps to the revisions that it names', () => {
    const {transactionId: published} = commit(page('a'))
    const {transactionId: draft} = commit(page('drafts.a'))
    const conflict = refused(409, 'documentRevisionIDDoesNotMatchError')
    expect(refusal([{...action, ifPublishedRevisionId: draft}])).toMatchObject(conflict)
    expect(refusal([{...action, ifDraftRevisionId: published}])).toMatchObject(conflict)
    perform([{...action, ifPublishedRevisionId: published, ifDraftRevisionId: draft}])
    expect(dataset.documents.has('drafts.a')).toBe(false)
    commit({delete: {id: 'a'}}, page('drafts.a'))
    expect(refusal([{...action, ifPublishedRevisionId: published}])).toMatchObject(conflict)
  })

  test('refuses without a draft, or with one of another type', () => {
    commit(page('a'))
    expect(refusal([action])).toMatchObject(refused(404, 'documentNotFoundError', 0, {id: 'drafts.a'}))
    commit({create: {_id: 'drafts.a', _type: 'school'}})
    expect(refusal([of('edit', {...ids, patch: {}}), action])).toMatchObject({
      status: 409,
      items: [{index: 1}],
    })
  })

  test('takes a version of a release as well', () => {
    commit(page('versions.r.a', {title: 'V', _system: {delete: false}}), page('drafts.a', {title: 'D'}))
    perform([{...action, draftId: 'versions.r.a'}])
    expect(all()).toMatchObject({a: {title: 'V'}, 'drafts.a': {title: 'D'}})
    expect(all().a).not.toHaveProperty('_system')
    expect(dataset.documents.has('versions.r.a')).toBe(false)
  })
})

describe('unpublish', () => {
  const action = of('unpublish', ids)

  test('turns the published document into a draft, or keeps the draft that there is', () => {
    commit(page('a', {title: 'A'}))
    perform([action])
    expect(Object.keys(all())).toEqual(['drafts.a'])
    expect(all()).toMatchObject({'drafts.a': {title: 'A'}})
    commit(page('a', {title: 'B'}))
    perform([action])
    expect(Object.keys(all())).toEqual(['drafts.a'])
    expect(all()).toMatchObject({'drafts.a': {title: 'A'}})
  })

  test('refuses what is not published or still referred to', () => {
    expect(refusal([action])).toMatchObject(refused(404, 'documentNotFoundError', 0, {id: 'a'}))
    commit(page('a'), page('b', {to: {_type: 'reference', _ref: 'a'}}))
    expect(refusal([action])).toMatchObject(
      refused(409, 'documentHasExistingReferencesError', 0, {id: 'a', referencingIDs: ['b']}),
    )
  })
})

test.each([
  ['discard', 'draftId'],
  ['version.discard', 'versionId'],
])('%s deletes the draft and refuses without one', (kind, field) => {
  commit(page('a'), page('drafts.a'))
  perform([of(kind, {[field]: 'drafts.a', purge: false})])
  expect(Object.keys(all())).toEqual(['a'])
  expect(refusal([of(kind, {[field]: 'drafts.a'})])).toMatchObject(refused(404, 'documentNotFoundError'))
  expect(refusal([of(kind, {[field]: 'a'})])).toMatchObject(refused(400, 'validationError'))
})

describe('delete', () => {
  const action = of('delete', {publishedId: 'a', includeDrafts: ['drafts.a']})

  test('deletes the document with the drafts that are named', () => {
    commit(page('a'), page('drafts.a'), page('aa'), page('drafts.aa'))
    perform([action])
    expect(Object.keys(all())).toEqual(['aa', 'drafts.aa'])
  })

  test('refuses while a draft or version is not named, without a published document, and while referred to', () => {
    commit(page('a'), page('drafts.a'), page('versions.r.a'))
    expect(refusal([{...action, includeDrafts: []}])).toMatchObject(refused(409, 'documentHasVersionsError'))
    expect(refusal([action])).toMatchObject(
      refused(409, 'documentHasVersionsError', 0, {versionIDs: ['versions.r.a']}),
    )
    commit({delete: {id: 'versions.r.a'}}, page('b', {to: {_type: 'reference', _ref: 'a'}}))
    expect(refusal([action])).toMatchObject(refused(409, 'documentHasExistingReferencesError'))
    commit({delete: {id: 'b'}}, {delete: {id: 'a'}})
    expect(refusal([action])).toMatchObject(refused(404, 'documentNotFoundError', 0, {id: 'a'}))
  })
})

test('replaceDraft puts an old revision back, also after everything was deleted', () => {
  const attributes = {
    _id: 'drafts.a',
    _type: 'page',
    title: 'old',
    _rev: 'old',
    _createdAt: '2020-01-01T00:00:00Z',
  }
  const replace = of('replaceDraft', {publishedId: 'a', attributes})
  expect(refusal([replace])).toMatchObject(refused(404, 'documentNotFoundError'))
  perform([of('create', {publishedId: 'a', attributes, ifExists: 'fail'}), replace])
  expect(all()).toMatchObject({'drafts.a': {title: 'old', _createdAt: '2020-01-01T00:00:00Z'}})
  perform([of('replaceDraft', {publishedId: 'a', attributes: {...attributes, title: 'older'}})])
  expect(all()).toMatchObject({'drafts.a': {title: 'older'}})
})

describe('versions', () => {
  const document = {_id: 'versions.r.a', _type: 'page', title: 'V'}

  test('are created from a document or from a base, replaced and marked', () => {
    const {transactionId} = commit(page('a', {title: 'A'}))
    perform([of('version.create', {publishedId: 'a', document})])
    expect(all()).toMatchObject({'versions.r.a': {title: 'V'}})
    expect(refusal([of('version.create', {publishedId: 'a', document})])).toMatchObject(
      refused(409, 'documentAlreadyExistsError'),
    )
    const fromBase = of('version.create', {publishedId: 'a', baseId: 'a', versionId: 'drafts.a'})
    expect(refusal([{...fromBase, ifBaseRevisionId: 'other'}])).toMatchObject(
      refused(409, 'documentRevisionIDDoesNotMatchError'),
    )
    perform([{...fromBase, ifBaseRevisionId: transactionId}])
    expect(all()).toMatchObject({'drafts.a': {title: 'A'}})
    perform([of('version.replace', {document: {...document, title: 'W'}})])
    expect(all()).toMatchObject({'versions.r.a': {title: 'W'}})
    perform([of('version.unpublish', {publishedId: 'a', versionId: 'versions.r.a'})])
    expect(all()).toMatchObject({a: {title: 'A'}, 'versions.r.a': {title: 'W', _system: {delete: true}}})
  })

  test('copying to drafts discards the old draft and creates the new one in one request', () => {
    commit(page('drafts.a', {title: 'old'}), page('versions.r.a', {title: 'V'}))
    perform([
      of('discard', {draftId: 'drafts.a'}),
      of('version.create', {publishedId: 'a', baseId: 'versions.r.a', versionId: 'drafts.a'}),
    ])
    expect(all()).toMatchObject({'drafts.a': {title: 'V'}})
  })
})

test('objects in arrays get the keys that they lack', () => {
  commit(page('drafts.a'))
  perform([of('edit', {...ids, patch: {set: {list: [{text: 'one'}, {_key: 'kept'}]}}})])
  expect(dataset.documents.get('drafts.a')?.list).toEqual([
    {_key: expect.stringMatching(/^\w+$/), text: 'one'},
    {_key: 'kept'},
  ])
})

test('several actions are one transaction, each seeing the one before, and one refusal refuses all', () => {
  const attributes = {_id: 'drafts.a', _type: 'page', title: 'A'}
  const create = of('create', {publishedId: 'a', attributes})
  const edit = of('edit', {...ids, patch: {set: {title: 'B'}}})
  expect(refusal([create, edit, of('discard', {draftId: 'drafts.b'})])).toMatchObject(
    refused(404, 'documentNotFoundError', 2),
  )
  const {transactionId} = perform([create, edit, of('publish', ids)])
  expect(all()).toMatchObject({a: {title: 'B', _rev: transactionId}})
  expect(dataset.lastSequence).toBe(1)
})

test('a dry run refuses what would be refused, and changes nothing', () => {
  commit(page('drafts.a'))
  const before = all()
  perform([of('publish', ids)], {dryRun: true})
  expect(all()).toEqual(before)
  expect(() => perform([of('unpublish', ids)], {dryRun: true})).toThrow(LakeError)
})

test('no action is no transaction', () => {
  expect(perform([])).toEqual({transactionId: expect.any(String)})
  expect(dataset.lastSequence).toBe(0)
})

test.each([
  '{"actionType": "sanity.action.document.explode"}',
  '{"actionType": "constructor"}',
  '{"actionType": "sanity.action.document.variant.create", "publishedId": "a"}',
  'null',
  '{}',
  '{"actionType": "sanity.action.document.publish"}',
  '{"actionType": "sanity.action.document.publish", "publishedId": "drafts.a", "draftId": "drafts.a"}',
  '{"actionType": "sanity.action.document.publish", "publishedId": "a", "draftId": "drafts.b"}',
  '{"actionType": "sanity.action.document.publish", "publishedId": "a", "draftId": "drafts.a b"}',
  '{"actionType": "sanity.action.document.edit", "publishedId": "a", "draftId": "drafts.a", "patch": []}',
  '{"actionType": "sanity.action.document.create", "publishedId": "a", "attributes": {"_id": "a", "_type": "page"}}',
  '{"actionType": "sanity.action.document.create", "publishedId": "a", "attributes": {"_id": "drafts.a"}}',
  '{"actionType": "sanity.action.document.delete", "publishedId": "a", "includeDrafts": "drafts.a"}',
  '{"actionType": "sanity.action.document.version.create", "publishedId": "a", "baseId": "b", "versionId": "drafts.a"}',
])('refuses the malformed or unknown action %s', (json) => {
  expect(refusal([JSON.parse(json)])).toMatchObject({...refused(400, 'validationError'), type: 'actionError'})
})
