import {applyPatch, incremental} from 'mendoza'
import type {JsonObject, JsonValue, LakeDocument} from '../types.ts'
import {mendozaEffect} from './mendoza.ts'
import {forSeeds, pick, type Random} from './testing/random.ts'

const system = {_id: 'a', _type: 'page', _rev: 'one', _createdAt: '2026-01-01', _updatedAt: '2026-01-01'}
const page = (content: JsonObject): LakeDocument => ({...system, ...content})
const withoutRevision = ({_rev, ...rest}: LakeDocument) => rest

test('creating and deleting are whole documents, and a deletion is exactly [0, null]', () => {
  const document = page({title: 'A'})
  expect(mendozaEffect(null, document)).toEqual({apply: [0, withoutRevision(document)], revert: [0, null]})
  expect(mendozaEffect(document, null)).toEqual({apply: [0, null], revert: [0, withoutRevision(document)]})
})

test('a new revision alone is an empty patch', () => {
  expect(mendozaEffect(page({}), {...page({}), _rev: 'two'})).toEqual({apply: [], revert: []})
})

test('a change deep in a keyed array names only what changed, so that the rest keeps its author', () => {
  const block = (key: string, text: string) => ({_key: key, children: [{_key: `${key}0`, text}]})
  const before = page({blocks: [block('a', 'one'), block('b', 'two'), block('c', 'three')]})
  const after = page({blocks: [block('c', 'three'), block('a', 'one'), block('b', 'TWO')]})
  const {apply} = mendozaEffect(before, after)
  expect(JSON.stringify(apply)).not.toContain('three')
  expect(JSON.stringify(apply)).toContain('TWO')

  const start = incremental.wrap<string>(withoutRevision(before), 'before')
  const value = incremental.applyPatch(start, apply, 'after')
  expect(incremental.unwrap(value)).toEqual(withoutRevision(after))
  const content = value.content
  if (content?.type !== 'object') throw new Error('The document was replaced as a whole')
  const blocks = content.fields.blocks?.content
  if (blocks?.type !== 'array') throw new Error('The array was replaced as a whole')
  expect(blocks.elements.map(({startMeta}) => startMeta)).toEqual(['before', 'before', 'after'])
})

const names = [
  'title',
  'body',
  'a',
  'Z',
  'zz',
  'ö',
  '10',
  '9',
  'with space',
  '_key',
  '_type',
  'constructor',
] as const
const texts = ['', 'one', 'ünï', '😀 and more', 'line\nbreak', 'two words'] as const

function anyValue(random: Random, depth: number): JsonValue {
  const kind = random(depth > 0 ? 8 : 4)
  if (kind === 0) return null
  if (kind === 1) return random(2) === 0
  if (kind === 2) return random(1000) / 4
  if (kind === 3) return pick(random, texts)
  if (kind < 6) return anyObject(random, depth - 1)
  return anyArray(random, depth - 1)
}

function anyObject(random: Random, depth: number): JsonObject {
  const object: JsonObject = {}
  for (let count = random(5); count > 0; count--) {
    object[pick(random, names)] = anyValue(random, depth)
  }
  return object
}

function anyArray(random: Random, depth: number): JsonValue[] {
  const keyed = random(2) === 0
  return Array.from({length: random(6)}, () =>
    keyed ? {...anyObject(random, depth), _key: `k${random(8)}`} : anyValue(random, depth),
  )
}

/** The value with some of its parts changed, moved, removed or added. */
function varied(value: JsonValue, random: Random): JsonValue {
  if (random(6) === 0) return anyValue(random, 2)
  if (Array.isArray(value)) {
    const items = value.flatMap((item) =>
      random(6) === 0 ? [] : [random(3) === 0 ? varied(item, random) : item],
    )
    if (random(3) === 0) items.splice(random(items.length + 1), 0, anyValue(random, 1))
    if (random(4) === 0) items.reverse()
    return items
  }
  return typeof value === 'object' && value !== null ? variedObject(value, random) : value
}

function variedObject(object: JsonObject, random: Random): JsonObject {
  const entries = Object.entries(object).flatMap(([name, value]): [string, JsonValue | undefined][] => {
    if (random(6) === 0) return []
    return [[name, random(2) === 0 && value !== undefined ? varied(value, random) : value]]
  })
  return {...Object.fromEntries(entries), ...(random(3) === 0 && anyObject(random, 2))}
}

test('the decoder of the package mendoza turns any document into any other, and back', () => {
  forSeeds(20_260, 3000, (random) => {
    const content = anyObject(random, 4)
    const before = {...content, ...system}
    const after = {...variedObject(content, random), ...system, _rev: 'two', _updatedAt: '2026-01-02'}
    const {apply, revert} = mendozaEffect(before, after)
    const forward = incremental.applyPatch(incremental.wrap(withoutRevision(before), 1), apply, 2)
    expect(applyPatch(withoutRevision(before), apply)).toEqual(withoutRevision(after))
    expect(incremental.unwrap(forward)).toEqual(withoutRevision(after))
    expect(applyPatch(withoutRevision(after), revert)).toEqual(withoutRevision(before))
  })
})
