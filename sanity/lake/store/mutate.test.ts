import type {JsonObject, JsonValue} from '../types.ts'
import {datasetForEachTest} from './testing/dataset-for-each-test.ts'

const {current, commit, refusal, content} = datasetForEachTest()

describe('creating', () => {
  test('gives a document its system attributes', () => {
    const {transactionId, results} = commit([{create: {_id: 'a', _type: 'page', title: 'A'}}])
    const timestamp = current().transaction(transactionId)?.timestamp
    expect(results).toEqual([{id: 'a', operation: 'create', document: current().documents.get('a')}])
    expect(current().documents.get('a')).toEqual({
      _id: 'a',
      _type: 'page',
      title: 'A',
      _rev: transactionId,
      _createdAt: timestamp,
      _updatedAt: timestamp,
    })
  })

  test('keeps dates that it brings, as imports need, but not a revision', () => {
    const dates = {_createdAt: '2020-02-02T02:02:02Z', _updatedAt: '2021-02-02T02:02:02Z'}
    const {transactionId} = commit([{create: {_id: 'a', _type: 'page', ...dates, _rev: 'old'}}])
    expect(current().documents.get('a')).toMatchObject({...dates, _rev: transactionId})
    const {transaction} = commit([{patch: {id: 'a', set: {title: 'A'}}}])
    expect(current().documents.get('a')).toMatchObject({...dates, _updatedAt: transaction?.timestamp})
  })

  test.each(['_createdAt', '_updatedAt'])('refuses a %s that is no date', (attribute) => {
    for (const date of ['yesterday', '2026-01-31', 1]) {
      expect(refusal([{create: {_id: 'a', _type: 'page', [attribute]: date}}])).toMatchObject({status: 400})
    }
  })

  test('makes an id where there is none or only a prefix', () => {
    const {results} = commit([{create: {_type: 'page'}}, {create: {_id: 'drafts.', _type: 'page'}}])
    expect(results[0]?.id).toMatch(/^\w{22}$/)
    expect(results[1]?.id).toMatch(/^drafts\.\w{22}$/)
    expect([...current().documents.keys()]).toEqual(results.map(({id}) => id))
  })

  test('refuses an id that exists', () => {
    commit([{create: {_id: 'a', _type: 'page'}}])
    expect(refusal([{create: {_id: 'b', _type: 'page'}}, {create: {_id: 'a', _type: 'page'}}])).toMatchObject(
      {
        status: 409,
        type: 'mutationError',
        items: [
          {
            index: 1,
            error: {
              type: 'documentAlreadyExistsError',
              id: 'a',
              description: 'Document by ID "a" already exists',
            },
          },
        ],
      },
    )
  })

  test.each(['-a', '.a', 'a..b', 'a b', 'ä', 'a/b', 'a..', 'x'.repeat(129), '..'].map((id) => [id]))(
    'refuses the id %j',
    (id) => {
      expect(refusal([{create: {_id: id, _type: 'page'}}])).toMatchObject({status: 400})
    },
  )

  test.each([['a'], ['_.releases.r1'], ['versions.r1.a-b_c'], ['0'], ['x'.repeat(128)]])(
    'takes the id %j',
    (id) => {
      commit([{create: {_id: id, _type: 'page'}}])
      expect(current().documents.has(id)).toBe(true)
    },
  )

  test('needs a type', () => {
    const untyped = JSON.parse('{"create": {"_id": "a"}}')
    expect(refusal([untyped])).toMatchObject({status: 400, items: [{index: 0}]})
  })

  test('createIfNotExists leaves what exists', () => {
    commit([{create: {_id: 'a', _type: 'page', title: 'A'}}], {transactionId: 'one'})
    const {results, transaction} = commit([{createIfNotExists: {_id: 'a', _type: 'page', title: 'B'}}])
    expect(results).toMatchObject([{id: 'a', operation: 'none'}])
    expect(transaction).toBeNull()
    expect(current().documents.get('a')).toMatchObject({title: 'A', _rev: 'one'})
  })

  test('createOrReplace replaces everything, the type too', () => {
    commit([{create: {_id: 'a', _type: 'page', title: 'A', old: true}}])
    const {results} = commit([{createOrReplace: {_id: 'a', _type: 'page', title: 'B'}}])
    expect(results).toMatchObject([{id: 'a', operation: 'update'}])
    expect(content('a')).toEqual({title: 'B'})
    commit([{createOrReplace: {_id: 'a', _type: 'post'}}])
    expect(current().documents.get('a')).toMatchObject({_type: 'post'})
  })
})

describe('deleting', () => {
  test('removes, and is no error when there is nothing left to remove', () => {
    commit([{create: {_id: 'a', _type: 'page'}}])
    expect(commit([{delete: {id: 'a'}}]).results).toEqual([{id: 'a', operation: 'delete', document: null}])
    expect(current().documents.has('a')).toBe(false)
    const again = commit([{delete: {id: 'a'}}])
    expect(again.results).toEqual([{id: 'a', operation: 'none'}])
    expect(again.transaction).toBeNull()
  })
})

test('patch and delete by query go through the given selection', () => {
  commit(['a', 'b', 'c'].map((_id) => ({create: {_id, _type: 'page'}})))
  const selectIds = jest.fn((_query: string, params: JsonObject) =>
    params.which === 'two' ? ['a', 'b'] : ['c'],
  )
  const {transaction} = commit(
    [
      {patch: {query: '*[_type == $type]', params: {which: 'two'}, set: {title: 'patched'}}},
      {delete: {query: '*', params: {which: 'other'}}},
    ],
    {selectIds},
  )
  expect(selectIds).toHaveBeenCalledWith('*[_type == $type]', {which: 'two'})
  expect([...current().documents.keys()]).toEqual(['a', 'b'])
  expect(content('b')).toEqual({title: 'patched'})
  expect(transaction?.changes.map(({documentId, mutations}) => ({documentId, mutations}))).toEqual([
    {documentId: 'a', mutations: [{patch: {id: 'a', set: {title: 'patched'}}}]},
    {documentId: 'b', mutations: [{patch: {id: 'b', set: {title: 'patched'}}}]},
    {documentId: 'c', mutations: [{delete: {id: 'c'}}]},
  ])
})

test('a query may not find more documents than hosted Sanity allows', () => {
  const selectIds = () => Array.from({length: 10_001}, (_, number) => `d${number}`)
  expect(refusal([{delete: {query: '*'}}], {selectIds})).toMatchObject({status: 400})
})

test('several mutations of one document are one change, and one refusal refuses all', () => {
  const {transaction, results} = commit([
    {create: {_id: 'a', _type: 'page'}},
    {patch: {id: 'a', set: {title: 'A'}}},
    {create: {_id: 'gone', _type: 'page'}},
    {delete: {id: 'gone'}},
  ])
  expect(results.map(({operation}) => operation)).toEqual(['create', 'update', 'create', 'delete'])
  expect(transaction?.changes).toMatchObject([
    {
      documentId: 'a',
      before: null,
      after: {title: 'A'},
      mutations: [{create: {_id: 'a'}}, {patch: {id: 'a'}}],
    },
  ])
  expect(transaction?.changes).toHaveLength(1)
  refusal([{patch: {id: 'a', set: {title: 'B'}}}, {delete: {id: 'a'}}, {patch: {id: 'a', set: {title: 'C'}}}])
  expect(content('a')).toEqual({title: 'A'})
})

test('keys are made for objects in arrays on demand, and recorded', () => {
  const {transaction} = commit(
    [
      {
        create: {
          _id: 'a',
          _type: 'page',
          list: [{_key: 'kept'}, {text: 'new', inner: [{deep: true}]}, 'text', 1],
        },
      },
      {patch: {id: 'a', set: {other: [{}]}, insert: {after: 'list[-1]', items: [{_key: '', text: 'last'}]}}},
    ],
    {autoGenerateArrayKeys: true},
  )
  const key = expect.stringMatching(/^\w{12}$/)
  expect(content('a')).toEqual({
    list: [
      {_key: 'kept'},
      {_key: key, text: 'new', inner: [{_key: key, deep: true}]},
      'text',
      1,
      {_key: key, text: 'last'},
    ],
    other: [{_key: key}],
  })
  const recorded = transaction?.changes[0]?.mutations[1]
  expect(recorded).toMatchObject({patch: {set: {other: content('a').other}}})
})

test.each([
  'null',
  '{}',
  '{"create": null}',
  '{"create": [], "delete": {}}',
  '{"explode": {}}',
  '{"delete": {}}',
  '{"patch": {"id": 1}}',
])('refuses the malformed mutation %s', (json) => {
  expect(refusal([JSON.parse(json)])).toMatchObject({status: 400, items: [{index: 0}]})
})

describe('what is nested too deeply for a walk over it', () => {
  const nested = (levels: number): JsonValue => JSON.parse('['.repeat(levels) + ']'.repeat(levels))

  test('is refused, however deep', () => {
    for (const levels of [101, 100_000]) {
      expect(refusal([{create: {_id: 'a', _type: 'page', deep: nested(levels)}}])).toMatchObject({
        status: 400,
      })
    }
    commit([{create: {_id: 'a', _type: 'page', deep: nested(90)}}])
  })

  test('is refused also when it grows by patches', () => {
    commit([{create: {_id: 'a', _type: 'page', deep: nested(90)}}])
    const path = `deep${'[0]'.repeat(89)}`
    expect(refusal([{patch: {id: 'a', insert: {before: `${path}[0]`, items: [nested(20)]}}}])).toMatchObject({
      status: 400,
    })
    expect(refusal([{patch: {id: 'a', set: {[`${'x.'.repeat(5000)}x`]: 1}}}])).toMatchObject({status: 400})
  })
})
