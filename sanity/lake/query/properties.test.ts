import {evaluateSync, parse, toJS} from 'groq-js'
import type {DocumentStub, Identity, JsonObject, Perspective} from '../types.ts'
import {createQueryEngine} from './engine.ts'
import {createTestDataset, inOrderOfIds, type TestDataset} from './test-dataset.ts'

/** Numbers that look random and are the same in every run. https://en.wikipedia.org/wiki/Lehmer_random_number_generator */
function createRandom(seed: number) {
  let state = seed
  const below = (limit: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % limit
  }
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)]
    if (item === undefined) throw new Error('There is nothing to pick from')
    return item
  }
  return {below, pick}
}
type Random = ReturnType<typeof createRandom>

const ids = ['a', 'b', 'c', 'd', 'e']
const storedIds = [...ids, 'drafts.a', 'drafts.b', 'versions.spring.a', 'versions.spring.c', 'private.x']
const types = ['school', 'testimonial', 'page']
const words = ['oak', 'elm', 'ash']

function randomStub(random: Random, id: string): DocumentStub & {_id: string} {
  const reference = () => ({_type: 'reference', _ref: random.pick([...ids, 'nowhere', 'private.x'])})
  return {
    _id: id,
    _type: random.pick(types),
    name: random.pick(words),
    age: random.below(4),
    ...(random.below(3) > 0 ? {slug: {current: random.pick(words)}} : {}),
    ...(random.below(2) > 0 ? {to: reference()} : {}),
    ...(random.below(3) > 1 ? {many: [{deep: reference()}, reference()]} : {}),
    ...(random.below(8) === 0 ? {_system: {delete: true}} : {}),
  }
}

function randomCondition(random: Random, depth = 0): string {
  const simple = [
    () => `_type == "${random.pick(types)}"`,
    () => `_type in ["${random.pick(types)}", "${random.pick(types)}"]`,
    () => `_id == "${random.pick(storedIds)}"`,
    () => '_id in $ids',
    () => 'slug.current == $word',
    () => `"${random.pick(words)}" == slug.current`,
    () => `references("${random.pick(ids)}")`,
    () => 'references($ids)',
    () => `age > ${random.below(3)}`,
    () => `name == "${random.pick(words)}"`,
    () => 'to->name == $word',
    () => 'defined(slug)',
    () => '[@, _id] match text::query($word)',
    () => `_id in *[_type == "${random.pick(types)}"].to._ref`,
    () => `count(*[_type == "${random.pick(types)}" && to._ref == ^._id]) > 0`,
  ]
  const choice = depth > 2 ? 9 : random.below(10)
  if (choice < 3) {
    return `(${randomCondition(random, depth + 1)} && ${randomCondition(random, depth + 1)})`
  }
  if (choice < 5) {
    return `(${randomCondition(random, depth + 1)} || ${randomCondition(random, depth + 1)})`
  }
  return choice === 5 ? `!(${randomCondition(random, depth + 1)})` : random.pick(simple)()
}

function randomQuery(random: Random): string {
  const found = `*[${randomCondition(random)}]`
  return random.pick([
    `${found}`,
    `${found}._id`,
    `count(${found})`,
    `${found}[0]`,
    `${found} | order(age desc, name)[0..1]{name, slug}`,
    `${found}{_id, "to": to->name, "next": to->to->{name}}`,
    `${found}{_id, "deep": many[].deep->slug.current}`,
    `${found}{name, "others": *[references(^._id)]._id}`,
    `${found}{"by": *[references(^.to._ref) && age > ^.age]{name, "back": *[_id == ^.^._id][0].name}}`,
    `${found}{"next": *[_id == ^.to._ref][0].name, "in": many[]{"x": *[_id == ^._ref || references(^.^._id)]._id}}`,
    `${found}.many[]{"y": *[^._ref == _id].name}`,
    `${found}{name, "same": *[_type == ^._type && _id != ^._id].name}`,
    `{"a": ${found}.name, "b": *[_id == $ids[0]][0].name}`,
  ])
}

/** What is answered from orders that are kept, by looking no further than needed, or without a look at a document. */
function randomListQuery(random: Random): string {
  const type = random.pick([
    '_type == "school"',
    '_type in ["school"]',
    '_type in $types',
    '_type == $types[0]',
  ])
  const condition = random.pick(['', ' && age > 1', ' && defined(slug)', ' && to->name == $word'])
  const found = `*[${type}${condition}]${random.pick(['', '', '[age < 3]'])}`
  const order = random.pick([
    'name asc',
    'name desc, age',
    'lower(name), _id desc',
    'slug.current',
    'age desc',
    'to->name',
    'coalesce(slug.current, name) desc',
    'name == $word',
  ])
  const start = random.below(30)
  const slice = random.pick([
    `[${start}...${start + 9}]`,
    `[${start}..${start + 9}]`,
    `[${start}]`,
    '[-3..-1]',
    '',
  ])
  return random.pick([
    `${found} | order(${order})${slice}`,
    `${found} | order(${order})${slice}{_id, "to": to->name}`,
    `${found}{_id, name, "by": [name, age]} | order(by[1] desc, by[0])${slice}`,
    `${found}{"n": name, _id, "same": count(*[_type == ^._type])} | order(n, _id desc)${slice}`,
    `${found}{name, ...} | order(name)${slice}`,
    `${found}{name, "name": _id} | order(name)${slice}`,
    `${found}{"name": age} | order(missing, @.name)${slice}`,
    `${found}${slice}{_id}`,
    `${found}._id${slice}`,
    `count(${found})`,
    `{"all": count(*), "some": count(${found}${slice}), "first": ${found}[0].name}`,
    `*[_type == "page"][0...4]{name, "first": *[_type == "school" && age == ^.age] | order(${order})[0..2]._id}`,
  ])
}

test('whatever the order and the slice, lists that are kept through changes are those of groq-js', () => {
  const random = createRandom(31_337)
  const many = Array.from({length: 400}, (_, index) => `n${(index * 7919) % 1009}`)
  const dataset = createTestDataset(...many.map((id) => randomStub(random, id)))
  const engine = createQueryEngine(dataset)
  for (let step = 0; step < 250; step += 1) {
    const query = randomListQuery(random)
    const given = {types: ['school'], word: random.pick(words)}
    const documents = inOrderOfIds(dataset)
    const plain = toJS(evaluateSync(parse(query, {params: given}), {dataset: documents, params: given}))
    const {result} = engine.querySync({query, params: given, perspective: 'raw', identity: editor})
    expect({query, result}).toEqual({query, result: plain})
    for (let change = random.below(4); change > 0; change -= 1) {
      const id = random.pick(many)
      if (random.below(3) === 0) dataset.remove(id)
      else dataset.put(randomStub(random, id))
    }
  }
})

test('whatever the letters, what cannot match is left out and nothing else', () => {
  const random = createRandom(2_718)
  const parts = ['val', 'ley', 'VAL', 'Vále', 'ſal', 'x', '.', '..', ' ', '-', '_', "'", 'é', '7', 'K', 'İ']
  const text = (most: number) =>
    Array.from({length: random.below(most) + 1}, () => random.pick(parts)).join('')
  const value = () => random.pick([() => text(5), () => [text(3), text(3)], () => 7, () => ({a: text(2)})])()
  const stubs = Array.from({length: 300}, (_, index) => ({
    _id: `m${index}`,
    _type: 'school',
    name: value(),
    deep: {name: value()},
  }))
  const dataset = createTestDataset(...stubs)
  const engine = createQueryEngine(dataset)
  const documents = inOrderOfIds(dataset)
  let found = 0
  for (let round = 0; round < 150; round += 1) {
    const word = text(3)
    const pattern = random.pick([word, `${word}*`, `*${word}`, `${word}* ${text(2)}`])
    const query = random.pick([
      '*[_type == "school" && name match $pattern]._id',
      '*[_type == "school" && deep.name match $pattern] | order(_id desc)[0...9]._id',
      '*[_type == "school" && (name match $pattern || deep.name match "val*")]._id',
      '*[_type == "school" && name match [$pattern, "x"]]._id',
    ])
    const given = {pattern}
    const plain: unknown = toJS(
      evaluateSync(parse(query, {params: given}), {dataset: documents, params: given}),
    )
    const {result} = engine.querySync({query, params: given, perspective: 'raw', identity: editor})
    expect({query, pattern, result}).toEqual({query, pattern, result: plain})
    if (Array.isArray(result)) found += result.length
  }
  expect(found).toBeGreaterThan(500)
})

function randomDataset(random: Random): TestDataset {
  const present = storedIds.filter(() => random.below(3) > 0)
  return createTestDataset(...present.map((id) => randomStub(random, id)))
}

function mutate(random: Random, dataset: TestDataset) {
  const id = random.pick(storedIds)
  return dataset.documents.has(id) && random.below(3) === 0
    ? dataset.remove(id)
    : dataset.put(randomStub(random, id))
}

const editor: Identity = {kind: 'user', userId: 'editor', role: 'editor'}
const anonymous: Identity = {kind: 'anonymous'}
const readers: Array<{perspective: Perspective; identity: Identity}> = [
  {perspective: 'raw', identity: editor},
  {perspective: 'published', identity: editor},
  {perspective: 'published', identity: anonymous},
  {perspective: 'drafts', identity: editor},
  {perspective: ['spring', 'drafts'], identity: editor},
]

const params = (random: Random): JsonObject => ({
  ids: [random.pick(storedIds), random.pick(ids)],
  word: random.pick(words),
})

test('whatever the query and the documents, the indexes do not change the answer', () => {
  const random = createRandom(20_260_101)
  let traced = 0
  for (let round = 0; round < 60; round += 1) {
    const dataset = randomDataset(random)
    const engine = createQueryEngine(dataset)
    for (let step = 0; step < 8; step += 1) {
      const query = randomQuery(random).replaceAll('[@, _id] match text::query($word)', 'name match $word')
      const given = params(random)
      const reader = {perspective: 'raw', identity: editor} as const
      const documents = inOrderOfIds(dataset)
      const plain = toJS(evaluateSync(parse(query, {params: given}), {dataset: documents, params: given}))
      const answer = engine.querySync({query, params: given, ...reader, resultSourceMap: true})
      expect({query, result: answer.result}).toEqual({query, result: plain})
      if (Object.keys(answer.resultSourceMap?.mappings ?? {}).length > 0) traced += 1
      mutate(random, dataset)
    }
  }
  expect(traced).toBeGreaterThan(100)
})

test('whatever changes an answer shares a tag with it', () => {
  const random = createRandom(4_711)
  let changed = 0
  let untouched = 0
  for (let round = 0; round < 250; round += 1) {
    const dataset = randomDataset(random)
    const engine = createQueryEngine(dataset)
    for (let step = 0; step < 5; step += 1) {
      const query = randomQuery(random)
      const request = {query, params: params(random), ...random.pick(readers)}
      const before = engine.querySync(request)
      for (const change of mutate(random, dataset).changes) {
        const tags = engine.syncTagsOf(change)
        const shared = before.syncTags.some((tag) => tags.includes(tag))
        const differs = JSON.stringify(engine.querySync(request).result) !== JSON.stringify(before.result)
        if (differs) changed += 1
        if (!shared) untouched += 1
        expect({...request, change, missed: differs && !shared}).toEqual({...request, change, missed: false})
      }
    }
  }
  // The property says something only if both happen often.
  expect(changed).toBeGreaterThan(50)
  expect(untouched).toBeGreaterThan(50)
})
