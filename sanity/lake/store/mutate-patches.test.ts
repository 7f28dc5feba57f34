import {datasetForEachTest} from './testing/dataset-for-each-test.ts'

const {current, commit, refusal, content} = datasetForEachTest()

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
    expect(current().documents.get('a')?._rev).toBe(transactionId)
  })

  test('leaves the state before it alone', () => {
    const before = current().documents.get('a')
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
    expect(current().documents.get('a')).toMatchObject({
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
