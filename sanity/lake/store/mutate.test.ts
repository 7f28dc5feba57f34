import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {LakeError} from '../errors.ts'
import type {CommitRequest, JsonObject, JsonValue, Mutation} from '../types.ts'
import {openDataset, type StoredDataset} from './dataset.ts'

let folder: string
let dataset: StoredDataset

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-mutate-'))
  dataset = openDataset({name: 'production', file: join(folder, 'production.sqlite')})
})

afterEach(() => {
  dataset.close()
  rmSync(folder, {recursive: true})
})

function commit(mutations: Mutation[], more: Partial<CommitRequest> = {}) {
  return dataset.commit({author: 'editor', mutations, ...more})
}

/** Status, type and all else that the first refused mutation is answered with. */
function refusal(mutations: Mutation[], more: Partial<CommitRequest> = {}): JsonObject {
  const before = [...dataset.documents.values()]
  try {
    commit(mutations, more)
  } catch (error) {
    if (!(error instanceof LakeError)) throw error
    expect([...dataset.documents.values()]).toEqual(before)
    return {status: error.status, ...JSON.parse(JSON.stringify(error.body)).error}
  }
  throw new Error('The mutations were not refused')
}

function content(id: string): JsonObject {
  const {_id, _type, _rev, _createdAt, _updatedAt, ...rest} = dataset.documents.get(id) ?? {_missing: true}
  return rest
}

describe('creating', () => {
  test('gives a document its system attributes', () => {
    const {transactionId, results} = commit([{create: {_id: 'a', _type: 'page', title: 'A'}}])
    const timestamp = dataset.transaction(transactionId)?.timestamp
    expect(results).toEqual([{id: 'a', operation: 'create', document: dataset.documents.get('a')}])
    expect(dataset.documents.get('a')).toEqual({
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
    expect(dataset.documents.get('a')).toMatchObject({...dates, _rev: transactionId})
    const {transaction} = commit([{patch: {id: 'a', set: {title: 'A'}}}])
    expect(dataset.documents.get('a')).toMatchObject({...dates, _updatedAt: transaction?.timestamp})
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
    expect([...dataset.documents.keys()]).toEqual(results.map(({id}) => id))
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
      expect(dataset.documents.has(id)).toBe(true)
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
    expect(dataset.documents.get('a')).toMatchObject({title: 'A', _rev: 'one'})
  })

  test('createOrReplace replaces everything, the type too', () => {
    commit([{create: {_id: 'a', _type: 'page', title: 'A', old: true}}])
    const {results} = commit([{createOrReplace: {_id: 'a', _type: 'page', title: 'B'}}])
    expect(results).toMatchObject([{id: 'a', operation: 'update'}])
    expect(content('a')).toEqual({title: 'B'})
    commit([{createOrReplace: {_id: 'a', _type: 'post'}}])
    expect(dataset.documents.get('a')).toMatchObject({_type: 'post'})
  })
})

describe('patching', () => {
  beforeEach(() => {
    commit(
      [
        {
          create: {
            _id: 'a',
            _type: 'page',
            title: 'Working with us',
            count: 1,
            blocks: [
              {_key: 'x', text: 'one'},
              {_key: 'y', text: 'two'},
            ],
          },
        },
      ],
      {transactionId: 'one'},
    )
  })

  test('applies all operations of one patch', () => {
    commit([
      {
        patch: {
          id: 'a',
          set: {'blocks[_key=="x"].text': 'ONE'},
          setIfMissing: {title: 'no', subtitle: 'yes'},
          unset: ['blocks[_key=="y"]'],
          inc: {count: 5},
          insert: {after: 'blocks[-1]', items: [{_key: 'z', text: 'three'}]},
        },
      },
      {patch: {id: 'a', dec: {count: 2}, diffMatchPatch: {title: '@@ -1,7 +1,7 @@\n-W\n+w\n orking\n'}}},
    ])
    expect(content('a')).toEqual({
      title: 'working with us',
      subtitle: 'yes',
      count: 4,
      blocks: [
        {_key: 'x', text: 'ONE'},
        {_key: 'z', text: 'three'},
      ],
    })
  })

  test('without effect still makes a transaction and a revision', () => {
    const {transaction, transactionId} = commit([
      {patch: {id: 'a', unset: ['_empty_action_guard_pseudo_field_']}},
    ])
    expect(transaction?.changes).toMatchObject([{documentId: 'a', before: {_rev: 'one'}}])
    expect(dataset.documents.get('a')?._rev).toBe(transactionId)
  })

  test('leaves the state before it alone', () => {
    const before = dataset.documents.get('a')
    const copy = structuredClone(before)
    commit([{patch: {id: 'a', unset: ['nothing']}}])
    commit([{patch: {id: 'a', set: {'blocks[0].text': 'changed'}}}])
    expect(before).toEqual(copy)
  })

  test('of a missing document is 404', () => {
    expect(refusal([{patch: {id: 'b', set: {x: 1}}}])).toMatchObject({
      status: 404,
      items: [
        {
          error: {
            type: 'documentNotFoundError',
            id: 'b',
            description: 'The document with the ID "b" was not found',
          },
        },
      ],
    })
  })

  test('keeps to the revision that it names', () => {
    expect(refusal([{patch: {id: 'a', ifRevisionID: 'zero', set: {x: 1}}}])).toMatchObject({
      status: 409,
      items: [
        {
          error: {
            type: 'documentRevisionIDDoesNotMatchError',
            id: 'a',
            currentRevisionID: 'one',
            expectedRevisionID: 'zero',
          },
        },
      ],
    })
    commit([
      {patch: {id: 'a', ifRevisionID: 'one', set: {x: 1}}},
      {patch: {id: 'a', ifRevisionID: 'one', set: {y: 2}}},
    ])
    expect(content('a')).toMatchObject({x: 1, y: 2})
  })

  test.each([
    [{set: {_id: 'b'}}],
    [{set: {_type: 'post'}}],
    [{unset: ['_type']}],
    [{set: {_createdAt: '2020-01-01T00:00:00Z'}}],
  ])('refuses to change an immutable attribute: %j', (operations) => {
    expect(refusal([{patch: {id: 'a', ...operations}}])).toMatchObject({
      status: 409,
      items: [{error: {description: expect.stringContaining('immutable attribute')}}],
    })
  })

  test('keeps its own hands on revision and date of change', () => {
    const {transactionId, transaction} = commit([
      {patch: {id: 'a', set: {_rev: 'mine', _updatedAt: 'never'}}},
    ])
    expect(dataset.documents.get('a')).toMatchObject({
      _rev: transactionId,
      _updatedAt: transaction?.timestamp,
    })
  })

  test.each([
    '{"set": {"a[1 2]": 1}}',
    '{"set": [1]}',
    '{"inc": {"count": "1"}}',
    '{"unset": "title"}',
    '{"insert": {"items": []}}',
    '{"insert": {"before": "blocks[0]", "items": 1}}',
    '{"diffMatchPatch": {"title": "no patch"}}',
    '{"explode": true}',
  ])('refuses the malformed patch %s', (json) => {
    for (const autoGenerateArrayKeys of [false, true]) {
      expect(refusal([{patch: {id: 'a', ...JSON.parse(json)}}], {autoGenerateArrayKeys})).toMatchObject({
        status: 400,
        type: 'mutationError',
      })
    }
  })

  test('cannot reach outside the document through its prototype', () => {
    commit([
      {patch: {id: 'a', set: JSON.parse('{"__proto__.polluted": 1, "constructor.prototype.polluted": 1}')}},
    ])
    expect(({} as {polluted?: number}).polluted).toBeUndefined()
  })
})

describe('deleting', () => {
  test('removes, and is no error when there is nothing left to remove', () => {
    commit([{create: {_id: 'a', _type: 'page'}}])
    expect(commit([{delete: {id: 'a'}}]).results).toEqual([{id: 'a', operation: 'delete', document: null}])
    expect(dataset.documents.has('a')).toBe(false)
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
  expect([...dataset.documents.keys()]).toEqual(['a', 'b'])
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
