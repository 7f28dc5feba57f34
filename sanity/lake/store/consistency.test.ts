import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Mutation as BrowserMutation} from '@sanity/mutator'
import {applyPatch} from 'mendoza'
import {LakeError} from '../errors.ts'
import type {JsonObject, JsonValue, LakeDocument, Mutation, PatchOperations, Transaction} from '../types.ts'
import {openDataset, type StoredDataset} from './dataset.ts'
import {mendozaEffect} from './mendoza.ts'
import {referencesIn} from './references.ts'
import {forSeeds, pick, type Random} from './testing/random.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-consistency-'))
})

afterEach(() => rmSync(folder, {recursive: true}))

const ids = ['a', 'b', 'c', 'drafts.a', 'drafts.b'] as const
const paths = [
  'title',
  'list[0]',
  'list[-1]',
  'list[_key=="k1"].text',
  'deep.er.value',
  'to',
  'list',
] as const

function anyValue(random: Random): JsonValue {
  const values: [JsonValue, ...JsonValue[]] = [
    null,
    random(100),
    'text',
    {_type: 'reference', _ref: pick(random, ids)},
    {_type: 'reference', _ref: pick(random, ids), _weak: true},
    [{_key: `k${random(3)}`, text: 'in a list'}, {text: 'without a key'}],
    {er: {value: random(10)}},
  ]
  return pick(random, values)
}

function anyPatch(random: Random): PatchOperations {
  const path = pick(random, paths)
  return pick<PatchOperations>(random, [
    {set: {[path]: anyValue(random)}},
    {setIfMissing: {[path]: anyValue(random)}},
    {unset: [path]},
    {inc: {[path]: 2}},
    {insert: {after: 'list[-1]', items: [anyValue(random)]}},
    {ifRevisionID: 'never', set: {title: 'refused'}},
  ])
}

function anyMutation(random: Random): Mutation {
  const id = pick(random, ids)
  const document = {
    _id: id,
    _type: pick(random, ['page', 'page', 'school']),
    to: anyValue(random),
    list: anyValue(random),
  }
  return pick<Mutation>(random, [
    {create: document},
    {createOrReplace: document},
    {createIfNotExists: document},
    {delete: {id}},
    {patch: {id, ...anyPatch(random)}},
    {patch: {id, ...anyPatch(random)}},
    {patch: {query: '*', ...anyPatch(random)}},
  ])
}

/** Commits at random; what is refused must leave no trace. @returns all transactions, as a listener heard them. */
function liveThrough(dataset: StoredDataset, random: Random): Transaction[] {
  const heard: Transaction[] = []
  dataset.subscribe((transaction) => heard.push(transaction))
  for (let count = 0; count < 60; count++) {
    const before = new Map(dataset.documents)
    try {
      dataset.commit({
        author: 'editor',
        mutations: Array.from({length: 1 + random(3)}, () => anyMutation(random)),
        autoGenerateArrayKeys: random(2) === 0,
        dryRun: random(8) === 0,
        selectIds: () => [...dataset.documents.keys()],
      })
    } catch (error) {
      if (!(error instanceof LakeError)) throw error
      expect(dataset.documents).toEqual(before)
    }
  }
  return heard
}

const withoutRevision = ({_rev, ...rest}: LakeDocument): JsonObject => rest

/** The state that the log alone leads to, every step of it checked on the way. */
function retold(transactions: Transaction[]): Map<string, LakeDocument> {
  const told = new Map<string, LakeDocument>()
  for (const {id, timestamp, changes} of transactions) {
    for (const {documentId, before, after, mutations} of changes) {
      expect(told.get(documentId) ?? null).toEqual(before)
      const replay = new BrowserMutation({
        mutations: JSON.parse(JSON.stringify(mutations)),
        resultRev: id,
        timestamp,
      })
      expect(replay.apply(structuredClone(before))).toEqual(after)
      if (before && after) {
        const {apply, revert} = mendozaEffect(before, after)
        expect(applyPatch(withoutRevision(before), apply)).toEqual(withoutRevision(after))
        expect(applyPatch(withoutRevision(after), revert)).toEqual(withoutRevision(before))
      }
      if (after) told.set(documentId, after)
      else told.delete(documentId)
    }
  }
  return told
}

test('memory, disk, log, listeners and browsers agree on whatever was committed', () => {
  forSeeds(1, 8, (random, seed) => {
    const file = join(folder, `${seed}.sqlite`)
    const dataset = openDataset({name: 'production', file})
    const heard = liveThrough(dataset, random)
    const documents = new Map(dataset.documents)
    dataset.close()
    expect(heard.length).toBeGreaterThan(5)

    const reopened = openDataset({name: 'production', file})
    expect(reopened.documents).toEqual(documents)
    expect([...reopened.documents.keys()]).toEqual([...documents.keys()])
    const logged = reopened.transactionsAfter(0)
    expect(logged).toEqual(heard)
    expect(retold(logged)).toEqual(documents)
    for (const id of ids) {
      const referrers = [...documents.values()].filter((document) =>
        referencesIn(document).some((found) => found.id === id),
      )
      expect([...reopened.referrers(id)].sort()).toEqual(referrers.map(({_id}) => _id).sort())
    }
    const dangling = [...documents.values()].flatMap((document) =>
      referencesIn(document).filter(({id, strong}) => strong && !documents.has(id)),
    )
    expect(dangling).toEqual([])
    reopened.close()
  })
})
