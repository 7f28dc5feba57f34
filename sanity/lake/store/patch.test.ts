import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Mutation as BrowserMutation} from '@sanity/mutator'
import type {JsonValue, Mutation, PatchOperations} from '../types.ts'
import {openDataset, type StoredDataset} from './dataset.ts'

let folder: string
let dataset: StoredDataset

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-patch-'))
  dataset = openDataset({name: 'production', file: join(folder, 'production.sqlite')})
})

afterEach(() => {
  dataset.close()
  rmSync(folder, {recursive: true})
})

const base = {
  _id: 'a',
  _type: 'page',
  title: 'Working with us',
  count: 3,
  nothing: null,
  tags: ['x', 'y', 'z'],
  blocks: [
    {_key: 'a', text: 'one', children: [{_key: 'a1', text: 'deep'}]},
    {_key: 'b', text: 'two', children: []},
  ],
  seo: {title: 'Seo', image: {alt: 'Alt'}},
}

/** Commits one patch of the base document. @returns its fields afterwards. */
function patched(operations: PatchOperations): {[name: string]: JsonValue | undefined} {
  dataset.commit({author: 'editor', mutations: [{createOrReplace: base}, {patch: {id: 'a', ...operations}}]})
  return dataset.documents.get('a') ?? {}
}

test.each<[string, PatchOperations, {[name: string]: JsonValue}]>([
  [
    'set makes what is missing on the way',
    {set: {'seo.image.crop.top': 1}},
    {seo: {title: 'Seo', image: {alt: 'Alt', crop: {top: 1}}}},
  ],
  [
    'set by key',
    {set: {'blocks[_key=="b"].text': 'TWO'}},
    {blocks: [base.blocks[0] ?? null, {_key: 'b', text: 'TWO', children: []}]},
  ],
  ['set by index from the end', {set: {'tags[-1]': 'last'}}, {tags: ['x', 'y', 'last']}],
  [
    'set of a key that is not there changes nothing',
    {set: {'blocks[_key=="zz"].text': 'no'}},
    {blocks: base.blocks},
  ],
  [
    'setIfMissing leaves null, which is a value',
    {setIfMissing: {nothing: 1, other: 2}},
    {nothing: null, other: 2},
  ],
  [
    'unset of several paths',
    {unset: ['title', 'tags[0:2]', 'seo.image']},
    {tags: ['z'], seo: {title: 'Seo'}},
  ],
  [
    'unset at any depth',
    {unset: ['blocks..children']},
    {
      blocks: [
        {_key: 'a', text: 'one'},
        {_key: 'b', text: 'two'},
      ],
    },
  ],
  ['inc and dec', {inc: {count: 2}, dec: {count: 0.5}}, {count: 4.5}],
  ['inc of what is no number', {inc: {title: 1}}, {title: 'Working with us'}],
  ['insert before', {insert: {before: 'tags[0]', items: ['new']}}, {tags: ['new', 'x', 'y', 'z']}],
  [
    'insert after the last',
    {insert: {after: 'tags[-1]', items: ['new', 'er']}},
    {tags: ['x', 'y', 'z', 'new', 'er']},
  ],
  [
    'insert after a key',
    {insert: {after: 'blocks[_key=="a"]', items: [{_key: 'c'}]}},
    {blocks: [base.blocks[0] ?? null, {_key: 'c'}, base.blocks[1] ?? null]},
  ],
  ['insert in place of', {insert: {replace: 'tags[0:2]', items: ['new']}}, {tags: ['new', 'z']}],
  [
    'diffMatchPatch',
    {diffMatchPatch: {'seo.title': '@@ -1,3 +1,3 @@\n-Seo\n+SEO\n'}},
    {seo: {title: 'SEO', image: {alt: 'Alt'}}},
  ],
])('%s', (_name, operations, expected) => {
  expect(patched(operations)).toMatchObject(expected)
})

test('unset removes the field itself', () => {
  expect(patched({unset: ['title']})).not.toHaveProperty('title')
})

test('the browser, which replays what a listener tells it, arrives at the document that the lake has', () => {
  const transactions: Mutation[][] = [
    [{create: base}],
    [{patch: {id: 'a', set: {title: 'T'}, insert: {after: 'tags[-1]', items: ['new']}}}],
    [{patch: {id: 'a', unset: ['nothing here']}}],
    [{patch: {id: 'a', ifRevisionID: 't3', inc: {count: 1}}}, {patch: {id: 'a', dec: {count: 5}}}],
    [{delete: {id: 'a'}}, {create: {...base, title: 'again'}}],
    [{createIfNotExists: {...base, title: 'ignored'}}, {patch: {id: 'a', set: {'seo.title': 'S'}}}],
    [{createOrReplace: {...base, _createdAt: '2020-01-01T00:00:00Z', _rev: 'mine'}}],
    [{patch: {query: '*', set: {blocks: [{text: 'keyless'}]}}}],
    [{delete: {id: 'a'}}],
  ]
  transactions.forEach((mutations, position) => {
    dataset.commit({
      author: 'editor',
      transactionId: `t${position + 1}`,
      mutations,
      autoGenerateArrayKeys: true,
      selectIds: () => ['a'],
    })
  })
  const log = dataset.transactionsAfter(0)
  expect(log).toHaveLength(transactions.length)
  for (const {id, timestamp, changes} of log) {
    const [change] = changes
    if (!change) throw new Error(`Transaction ${id} changed nothing`)
    const replay = new BrowserMutation({
      mutations: JSON.parse(JSON.stringify(change.mutations)),
      transactionId: id,
      resultRev: id,
      timestamp,
      ...(change.before && {previousRev: change.before._rev}),
    })
    expect({id, result: replay.apply(structuredClone(change.before))}).toEqual({id, result: change.after})
  }
})

test.each<[string, PatchOperations]>([
  ['a range beyond all lists', {set: {'tags[0:999999999]': 'x'}}],
  ['such a range to take away', {unset: ['tags[0:999999999]']}],
  ['such a range to insert at', {insert: {replace: 'tags[0:999999999]', items: []}}],
  ['a range within such a range', {inc: {'blocks[0:999999].children[0:999999].count': 1}}],
  ['a path of two hundred thousand steps', {set: {[`seo${'.a'.repeat(200_000)}`]: 1}}],
])('%s is given up, so that the lake can answer others', (_what, operations) => {
  expect(() => patched(operations)).toThrow(expect.objectContaining({status: 400}))
  expect(patched({set: {title: 'Still here'}})).toMatchObject({title: 'Still here'})
})
