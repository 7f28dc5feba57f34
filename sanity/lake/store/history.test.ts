import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {applyPatch} from 'mendoza'
import type {JsonObject, Mutation} from '../types.ts'
import {performActions} from './actions.ts'
import {openDataset, type StoredDataset} from './dataset.ts'
import {documentEvents, documentRevisions, transactionLog} from './history.ts'

let folder: string
let dataset: StoredDataset

/** A clock that moves on by a minute with each transaction. */
let minute: number

beforeEach(() => {
  minute = 0
  folder = mkdtempSync(join(tmpdir(), 'lake-history-'))
  const now = () => Date.parse('2026-01-31T12:00:00Z') + 60_000 * minute++
  dataset = openDataset({name: 'production', file: join(folder, 'production.sqlite'), now})
})

afterEach(() => {
  dataset.close()
  rmSync(folder, {recursive: true})
})

function commit(transactionId: string, mutations: Mutation[], author = 'anna') {
  dataset.commit({author, transactionId, mutations})
}

const ids = {publishedId: 'a', draftId: 'drafts.a'}

function act(transactionId: string, kind: string, fields: JsonObject = ids, author = 'anna') {
  const actions = [{actionType: `sanity.action.document.${kind}`, ...fields}]
  performActions(dataset, {author, transactionId, actions})
}

const edit = (transactionId: string, title: string, author = 'anna') =>
  act(transactionId, 'edit', {...ids, patch: {set: {title}}}, author)

/** A page that is written by two people, published, edited on and deleted. */
function wholeLife() {
  const attributes = {_id: 'drafts.a', _type: 'page', title: 'one'}
  act('t1', 'create', {publishedId: 'a', attributes, ifExists: 'fail'})
  edit('t2', 'two', 'ben')
  act('t3', 'publish')
  edit('t4', 'four', 'ben')
  act('t5', 'delete', {publishedId: 'a', includeDrafts: ['drafts.a']})
}

describe('documentRevisions', () => {
  const titles = (choice: Parameters<typeof documentRevisions>[2], documentIds = ['a', 'drafts.a']) =>
    documentRevisions(dataset, documentIds, choice).map(({_id, _rev, title}) => [_id, _rev, title])

  beforeEach(wholeLife)

  test('as of a transaction', () => {
    expect(titles({revision: 't1'})).toEqual([['drafts.a', 't1', 'one']])
    expect(titles({revision: 't2'})).toEqual([['drafts.a', 't2', 'two']])
    expect(titles({revision: 't3'})).toEqual([['a', 't3', 'two']])
    expect(titles({revision: 't4'})).toEqual([
      ['a', 't3', 'two'],
      ['drafts.a', 't4', 'four'],
    ])
    expect(titles({revision: 't5'})).toEqual([])
    expect(titles({revision: 'unknown'})).toEqual([])
  })

  test('as of a date', () => {
    expect(titles({time: '2026-01-31T11:59:00Z'})).toEqual([])
    expect(titles({time: '2026-01-31T12:01:00Z'})).toEqual([['drafts.a', 't2', 'two']])
    expect(titles({time: '2026-01-31T12:02:59.999Z'})).toEqual([['a', 't3', 'two']])
  })

  test('the last one before the deletion', () => {
    expect(titles({lastRevision: true})).toEqual([
      ['a', 't3', 'two'],
      ['drafts.a', 't4', 'four'],
    ])
    expect(titles({lastRevision: true}, ['nothing'])).toEqual([])
  })
})

describe('transactionLog', () => {
  const logged = (options: Parameters<typeof transactionLog>[2], documentIds = ['drafts.a']) =>
    transactionLog(dataset, documentIds, options).map(({id}) => id)

  test('limits by transaction, time, author and number, with both ends included', () => {
    wholeLife()
    expect(logged({})).toEqual(['t1', 't2', 't3', 't4', 't5'])
    expect(logged({}, ['a'])).toEqual(['t3', 't5'])
    expect(logged({fromTransaction: 't2', toTransaction: 't4'})).toEqual(['t2', 't3', 't4'])
    expect(logged({fromTransaction: ''})).toEqual(['t1', 't2', 't3', 't4', 't5'])
    expect(logged({fromTransaction: 'unknown'})).toEqual([])
    expect(logged({fromTime: '2026-01-31T12:01:00Z', toTime: '2026-01-31T12:02:00Z'})).toEqual(['t2', 't3'])
    expect(logged({authors: ['ben']})).toEqual(['t2', 't4'])
    expect(logged({reverse: true, limit: 2})).toEqual(['t5', 't4'])
    expect(logged({limit: 2})).toEqual(['t1', 't2'])
  })

  test('gives fifty unless told otherwise', () => {
    commit('t0', [{create: {_id: 'a', _type: 'page'}}])
    for (let count = 1; count < 60; count++) commit(`t${count}`, [{patch: {id: 'a', set: {count}}}])
    expect(logged({}, ['a'])).toHaveLength(50)
    expect(logged({fromTransaction: 't49'}, ['a'])).toHaveLength(11)
  })

  test('an entry has what the Studio reads, of the other documents too unless they are left out', () => {
    wholeLife()
    const [whole] = transactionLog(dataset, ['a'], {limit: 1})
    expect(whole).toEqual({
      id: 't3',
      timestamp: '2026-01-31T12:02:00.000Z',
      author: 'anna',
      documentIDs: ['a', 'drafts.a'],
      mutations: [
        {createOrReplace: expect.objectContaining({_id: 'a', title: 'two'})},
        {delete: {id: 'drafts.a'}},
      ],
    })
    const [part] = transactionLog(dataset, ['a'], {
      limit: 1,
      includeIdentifiedDocumentsOnly: true,
      excludeMutations: true,
      effectFormat: 'mendoza',
    })
    expect(part).toMatchObject({id: 't3', documentIDs: ['a'], effects: {a: {revert: [0, null]}}})
    expect(Object.keys(part ?? {})).not.toContain('mutations')
    expect(Object.keys(part?.effects ?? {})).toEqual(['a'])
  })

  test('its effects lead from any revision to any other', () => {
    wholeLife()
    const entries = transactionLog(dataset, ['drafts.a'], {effectFormat: 'mendoza', toTransaction: 't2'})
    const [created, edited] = entries.map(({effects}) => effects?.['drafts.a'])
    const [first] = documentRevisions(dataset, ['drafts.a'], {revision: 't1'})
    const [second] = documentRevisions(dataset, ['drafts.a'], {revision: 't2'})
    const {_rev: _1, ...one} = first ?? {}
    const {_rev: _2, ...two} = second ?? {}
    expect(created).toEqual({apply: [0, one], revert: [0, null]})
    expect(applyPatch(one, edited?.apply ?? [])).toEqual(two)
    expect(applyPatch(two, edited?.revert ?? [])).toEqual(one)
    const [deleted] = transactionLog(dataset, ['drafts.a'], {effectFormat: 'mendoza', fromTransaction: 't5'})
    expect(deleted?.effects?.['drafts.a']?.apply).toEqual([0, null])
  })
})

describe('documentEvents', () => {
  const eventsOf = (documentId: string) => documentEvents(dataset, documentId).events[documentId]

  test('of a draft, newest first, without what happened to the published document alone', () => {
    wholeLife()
    expect(eventsOf('drafts.a')).toEqual([
      {type: 'deleteDocumentGroup', documentId: 'a', author: 'anna', timestamp: '2026-01-31T12:04:00.000Z'},
      {
        type: 'createDocumentVersion',
        documentId: 'a',
        versionId: 'drafts.a',
        versionRevisionId: 't4',
        author: 'ben',
        timestamp: '2026-01-31T12:03:00.000Z',
      },
      {
        type: 'publishDocumentVersion',
        documentId: 'a',
        revisionId: 't3',
        versionId: 'drafts.a',
        versionRevisionId: 't2',
        publishCause: 'document.publish',
        contributors: ['anna', 'ben'],
        author: 'anna',
        timestamp: '2026-01-31T12:02:00.000Z',
      },
      {
        type: 'createDocumentVersion',
        documentId: 'a',
        versionId: 'drafts.a',
        versionRevisionId: 't1',
        author: 'anna',
        timestamp: '2026-01-31T12:00:00.000Z',
      },
    ])
  })

  test('of the published document', () => {
    wholeLife()
    expect(eventsOf('a')).toMatchObject([
      {type: 'deleteDocumentGroup', timestamp: '2026-01-31T12:04:00.000Z'},
      {type: 'publishDocumentVersion', revisionId: 't3', versionId: 'drafts.a', versionRevisionId: 't2'},
    ])
  })

  test('of documents that were changed by mutations instead of actions', () => {
    commit('t1', [{create: {_id: 'a', _type: 'page'}}])
    commit('t2', [{patch: {id: 'a', set: {title: 'two'}}}])
    commit('t3', [{create: {_id: 'drafts.a', _type: 'page'}}])
    commit('t4', [{delete: {id: 'drafts.a'}}])
    expect(eventsOf('a')?.map(({type, revisionId}) => [type, revisionId])).toEqual([
      ['updateLiveDocument', 't2'],
      ['createLiveDocument', 't1'],
    ])
    expect(eventsOf('drafts.a')?.map(({type, versionRevisionId}) => [type, versionRevisionId])).toEqual([
      ['deleteDocumentVersion', 't3'],
      ['createDocumentVersion', 't3'],
    ])
  })

  test('tell discarding a draft, unpublishing and deleting apart', () => {
    commit('t1', [{create: {_id: 'a', _type: 'page'}}])
    edit('t2', 'two')
    act('t3', 'discard', {draftId: 'drafts.a'})
    act('t4', 'unpublish')
    act('t5', 'discard', {draftId: 'drafts.a'})
    expect(eventsOf('drafts.a')?.map(({type}) => type)).toEqual([
      'deleteDocumentGroup',
      'createDocumentVersion',
      'deleteDocumentVersion',
      'createDocumentVersion',
    ])
    expect(eventsOf('a')).toMatchObject([
      {type: 'unpublishDocument', versionId: 'drafts.a', versionRevisionId: 't4'},
      {type: 'createLiveDocument'},
    ])
  })

  test('of a version name its release, and its publication is one of the published document', () => {
    commit('t1', [{create: {_id: 'versions.r.a', _type: 'page'}}])
    act('t2', 'publish', {publishedId: 'a', draftId: 'versions.r.a'})
    const publication = {type: 'publishDocumentVersion', versionId: 'versions.r.a', releaseId: 'r'}
    expect(eventsOf('versions.r.a')).toMatchObject([
      publication,
      {type: 'createDocumentVersion', releaseId: 'r'},
    ])
    expect(eventsOf('a')).toMatchObject([{...publication, versionRevisionId: 't1'}])
    expect(eventsOf('drafts.a')).toEqual([])
  })

  test('come in pages', () => {
    commit('t0', [{create: {_id: 'a', _type: 'page'}}])
    for (let count = 1; count < 5; count++) commit(`t${count}`, [{patch: {id: 'a', set: {count}}}])
    const seen: unknown[] = []
    let nextCursor = ''
    do {
      const page = documentEvents(dataset, 'a', {limit: 2, nextCursor})
      seen.push(page.events.a?.map(({revisionId}) => revisionId))
      nextCursor = page.nextCursor
    } while (nextCursor !== '')
    expect(seen).toEqual([['t4', 't3'], ['t2', 't1'], ['t0']])
  })
})
