import {evaluateSync, parse} from 'groq-js'
import {LakeError} from '../errors.ts'
import type {Identity, JsonObject, Perspective} from '../types.ts'
import {createQueryEngine} from './engine.ts'
import {createTestDataset, inOrderOfIds} from './test-dataset.ts'

const editor: Identity = {kind: 'user', userId: 'editor', role: 'editor'}
const anonymous: Identity = {kind: 'anonymous'}

const dataset = () =>
  createTestDataset(
    {_id: 'settings', _type: 'siteSettings', trustName: 'Larkfield'},
    {_id: 'oak', _type: 'school', name: 'Oak', slug: {current: 'oak'}, age: 4},
    {_id: 'elm', _type: 'school', name: 'Elm', slug: {current: 'elm'}, age: 11},
    {_id: 'drafts.elm', _type: 'school', name: 'Elm (draft)', slug: {current: 'elm-new'}, age: 12},
    {_id: 'drafts.ash', _type: 'school', name: 'Ash', slug: {current: 'ash'}},
    {_id: 'said', _type: 'testimonial', quotation: 'A family', school: {_ref: 'oak'}},
    {_id: 'also', _type: 'testimonial', quotation: 'Kind', nested: [{to: {_ref: 'oak'}}, {_ref: 'elm'}]},
    {_id: 'testimonialProof.a', _type: 'testimonialProof', saidBy: 'secret'},
    {_id: 'versions.spring.oak', _type: 'school', name: 'Oak in spring', slug: {current: 'oak'}},
    {_id: 'versions.spring.elm', _type: 'school', _system: {delete: true}},
  )

function ask(
  query: string,
  {
    params,
    perspective = 'raw',
    identity = editor,
  }: {
    params?: JsonObject
    perspective?: Perspective
    identity?: Identity
  } = {},
) {
  return createQueryEngine(dataset()).querySync({query, params, perspective, identity}).result
}

function refusal(run: () => unknown): JsonObject {
  try {
    run()
  } catch (error) {
    if (error instanceof LakeError) return {status: error.status, ...error.body}
    throw error
  }
  throw new Error('Expected a refusal')
}

describe('narrowing by index', () => {
  const queries: Array<[string, JsonObject?]> = [
    ['*[_type == "school"]._id'],
    ['*["school" == _type]._id'],
    ['*[_type in ["testimonial", "school", 5]]._id'],
    ['*[_type in $types]._id', {types: ['siteSettings', 'school']}],
    ['*[_type in [null, "school"]]._id'],
    ['*[_id == $id][0].name', {id: 'elm'}],
    ['*[_id in $ids]._id', {ids: ['said', 'nowhere', 'elm', 'oak']}],
    ['*[_id in path("drafts.**")]._id'],
    ['*[_type == "school" && slug.current == $slug]._id', {slug: 'oak'}],
    ['*[@.slug.current == "elm" || _type == "testimonial"]._id'],
    ['*[slug.current == $slug]._id', {slug: null}],
    ['*[references($id)]._id', {id: 'oak'}],
    ['*[references(["elm", "oak"], "x")]._id'],
    ['*[references([])]._id'],
    ['*[_type == "school" && !(_id == "elm")]._id'],
    ['*[_type == "school" || name == "Elm"]._id'],
    ['*[_type == "school"]{name, "said": *[_type == "testimonial" && references(^._id)]._id}'],
    ['count(*[_type == "school" && age > 4])'],
    ['*[_type == "school"] | order(age desc)[0..1].name'],
    ['*[_type == "testimonial"]{"school": school->name}'],
    ['*[_type == "school"][age > 4].name'],
  ]

  test.each(queries)('%s answers as groq-js does over all documents', (query, params = {}) => {
    const plain = evaluateSync(parse(query, {params}), {dataset: inOrderOfIds(dataset()), params})
    expect(ask(query, {params})).toEqual(plain.data)
  })

  test('follows every kind of change', () => {
    const data = dataset()
    const engine = createQueryEngine(data)
    const ids = (query: string) =>
      engine.querySync({query: `*[${query}]._id`, perspective: 'raw', identity: editor}).result
    expect(ids('slug.current == "oak"')).toEqual(['oak', 'versions.spring.oak'])
    data.put({_id: 'oak', _type: 'page', slug: {current: 'welcome'}, next: {_ref: 'elm'}})
    expect(ids('slug.current == "oak"')).toEqual(['versions.spring.oak'])
    expect(ids('_type == "page"')).toEqual(['oak'])
    expect(ids('references("elm")')).toEqual(['also', 'oak'])
    data.remove('oak')
    expect(ids('_type == "page"')).toEqual([])
    expect(ids('_id == "oak" || references("elm")')).toEqual(['also'])
  })
})

describe('perspectives', () => {
  const schools = '*[_type == "school"]{_id, _originalId, name}'

  test('published leaves drafts and versions out', () => {
    expect(ask('*[_type == "school"].name', {perspective: 'published'})).toEqual(['Elm', 'Oak'])
    expect(ask('count(*[_type == "testimonialProof"])', {perspective: 'published'})).toBe(1)
  })

  test('drafts lie over what is published, under the published id', () => {
    const expected = [
      {_id: 'ash', _originalId: 'drafts.ash', name: 'Ash'},
      {_id: 'elm', _originalId: 'drafts.elm', name: 'Elm (draft)'},
      {_id: 'oak', _originalId: 'oak', name: 'Oak'},
    ]
    expect(ask(schools, {perspective: 'drafts'})).toEqual(expected)
    expect(ask(schools, {perspective: ['previewDrafts']})).toEqual(expected)
  })

  test('a release lies over what is published, and what it unpublishes is gone', () => {
    expect(ask('*[_type == "school"].name', {perspective: ['spring']})).toEqual(['Oak in spring'])
    expect(ask('*[_type == "school"].name', {perspective: ['spring', 'drafts']})).toEqual([
      'Ash',
      'Oak in spring',
    ])
    expect(ask('*[_type == "school"].name', {perspective: ['drafts', 'spring']})).toEqual([
      'Ash',
      'Elm (draft)',
      'Oak in spring',
    ])
  })

  test('drafts follow publishing and discarding', () => {
    const data = dataset()
    const engine = createQueryEngine(data)
    const name = () =>
      engine.querySync({query: '*[_id == "elm"][0].name', perspective: 'drafts', identity: editor}).result
    expect(name()).toBe('Elm (draft)')
    data.remove('drafts.elm')
    expect(name()).toBe('Elm')
    data.put({_id: 'drafts.elm', _type: 'school', name: 'Again'})
    expect(name()).toBe('Again')
    data.remove('drafts.elm', 'elm')
    expect(name()).toBeNull()
  })

  test('anonymous readers see no id with a dot, not through references either', () => {
    expect(ask('*._id', {identity: anonymous})).toEqual(['also', 'elm', 'oak', 'said', 'settings'])
    expect(ask('*._id', {identity: anonymous, perspective: 'published'})).toHaveLength(5)
    expect(ask('{"_ref": "testimonialProof.a"}->saidBy', {identity: anonymous})).toBeNull()
    expect(ask('{"_ref": "testimonialProof.a"}->saidBy')).toBe('secret')
  })

  test.each<{perspective: Perspective}>([
    {perspective: 'drafts'},
    {perspective: ['drafts']},
    {perspective: ['spring']},
  ])('anonymous readers may not ask for $perspective', ({perspective}) => {
    expect(refusal(() => ask('*', {identity: anonymous, perspective}))).toMatchObject({
      status: 401,
      statusCode: 401,
    })
  })

  test.each<{perspective: Perspective}>([
    {perspective: ['raw', 'drafts']},
    {perspective: []},
    {perspective: ['a b']},
  ])('$perspective is no perspective', ({perspective}) => {
    expect(refusal(() => ask('*', {perspective}))).toMatchObject({status: 400})
  })
})

describe('parsing', () => {
  test('folded parameters do not leak into the next query', () => {
    const engine = createQueryEngine(dataset())
    const names = (query: string, params: JsonObject) =>
      engine.querySync({query, params, perspective: 'published', identity: editor}).result
    const slice = '*[_type == "school"][0...$n].name'
    expect([names(slice, {n: 1}), names(slice, {n: 2}), names(slice, {n: 1})]).toEqual([
      ['Elm'],
      ['Elm', 'Oak'],
      ['Elm'],
    ])
    const attribute = '*[_id == "oak"][0][$key]'
    expect([names(attribute, {key: 'name'}), names(attribute, {key: 'age'})]).toEqual(['Oak', 4])
    const element = '*[_type == "school"][$at].name'
    expect([names(element, {at: 0}), names(element, {at: 1})]).toEqual(['Elm', 'Oak'])
  })

  test('says where a query is malformed, as the client shows it', () => {
    expect(refusal(() => ask('*[_type == '))).toEqual({
      status: 400,
      error: {
        type: 'queryParseError',
        description: 'unexpected end-of-file, expected expression',
        query: '*[_type == ',
        start: 11,
        end: 11,
      },
    })
    expect(refusal(() => ask('*[name == ]'))).toMatchObject({error: {start: 10, end: 11}})
    expect(refusal(() => ask('nothing::at(1)'))).toMatchObject({
      error: {type: 'queryParseError', description: 'Undefined namespace: nothing'},
    })
  })

  test('names a parameter that was not given, and where it stands', () => {
    const query = '*[name == "$id" && _id == $id]'
    expect(refusal(() => ask(query, {params: {other: 1}}))).toEqual({
      status: 400,
      error: {
        type: 'queryParseError',
        description: 'param $id referenced, but not provided',
        query,
        start: 26,
        end: 29,
      },
    })
    expect(refusal(() => ask('*[0...$limit]'))).toMatchObject({
      error: {description: 'param $limit referenced, but not provided'},
    })
    expect(refusal(() => ask('$constructor'))).toMatchObject({
      error: {description: 'param $constructor referenced, but not provided'},
    })
  })

  test.each([
    ['a very long query', `*[name == "${'x'.repeat(1_000_001)}"]`],
    ['deep brackets', `${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['many operators', `*[${'!'.repeat(50_000)}true]`],
    ['a function that the lake does not have', 'geo::latLng(1, 2)'],
    ['an attribute that confuses groq-js', '{"hasOwnProperty": 1}.name'],
  ])('refuses %s without a crash', (_, query) => {
    expect(refusal(() => ask(query))).toMatchObject({status: 400})
  })
})

describe('queries that would not come to an end', () => {
  test.each([
    ['loops', '{"a": $many[]{"b": $many[]{"c": $many[]{"d": $many[n > 5000]}}}}'],
    ['patterns', `"${'a'.repeat(500)}" match "${'*a'.repeat(20)}*b"`],
  ])('are stopped: %s', (_, query) => {
    const engine = createQueryEngine(dataset(), {timeLimit: 50})
    const params = {many: Array.from({length: 5000}, (_, n) => ({n}))}
    const stopped = () => engine.querySync({query, params, perspective: 'raw', identity: editor})
    expect(refusal(stopped)).toMatchObject({status: 400, error: {type: 'queryTimeoutError'}})
  })

  test('are refused where functions multiply', () => {
    const functions = Array.from(
      {length: 40},
      (_, n) => `fn f::f${n}($x) = $x{"a": f::f${n + 1}(a), "b": f::f${n + 1}(b)};`,
    )
    const query = `${functions.reverse().join(' ')} f::f0(*[0])`.replace(
      '"a": f::f40(a), "b": f::f40(b)',
      'a, b',
    )
    expect(refusal(() => ask(query))).toMatchObject({
      error: {description: 'the query takes too long to parse'},
    })
  })

  test.each([
    ['sums', (n: number) => Array(n).fill('1').join('+')],
    ['conditions', (n: number) => Array(n).fill('true').join('&&')],
    ['steps', (n: number) => `*[0]${'.a'.repeat(n)}`],
    ['references', (n: number) => `*${'->'.repeat(n)}`],
    ['pipes', (n: number) => `*${'|order(_id)'.repeat(n)}`],
    ['powers', (n: number) => Array(n).fill('2').join('**')],
  ])('are refused where they are chains of %s that exhaust the stack or the time', (_what, chain) => {
    expect(refusal(() => ask(chain(2_500)))).toMatchObject({status: 400})
    expect(refusal(() => ask(chain(90_000)))).toMatchObject({status: 400})
  })

  test('are refused where loops in loops ask for functions that cannot be stopped', async () => {
    const query = '*{"all": *[diff::changedAny({"a": 1}, {"a": 2}, a)]}'
    const asked = createQueryEngine(dataset()).query({query, perspective: 'raw', identity: editor})
    await expect(asked).rejects.toMatchObject({status: 400})
  })
})

describe('what the query can ask about its surroundings', () => {
  test('identity, project and dataset', () => {
    expect(ask('[identity(), sanity::projectId(), sanity::dataset()]')).toEqual([
      'editor',
      'local',
      'production',
    ])
    expect(ask('identity()', {identity: anonymous})).toBe('<anonymous>')
  })

  test('functions that groq-js has only asynchronously', async () => {
    const engine = createQueryEngine(dataset())
    const query =
      '{"changed": diff::changedAny({"a": 1}, {"a": 2}, a), "when": dateTime("2026-01-01T00:00:00Z")}'
    const answer = await engine.query({query, perspective: 'raw', identity: editor})
    expect(answer.result).toEqual({changed: true, when: '2026-01-01T00:00:00Z'})
    expect(refusal(() => engine.querySync({query, perspective: 'raw', identity: editor}))).toMatchObject({
      status: 400,
    })
  })

  test('selects the ids of a mutation, drafts and versions included', () => {
    const engine = createQueryEngine(dataset())
    expect(engine.selectIds('*[_type == $type && name match "Elm*"]', {type: 'school'})).toEqual([
      'drafts.elm',
      'elm',
    ])
    expect(engine.selectIds('*[_id == "oak"][0]', {})).toEqual(['oak'])
    expect(engine.selectIds('count(*)', {})).toEqual([])
  })
})

describe('text::query()', () => {
  const search = (words: string) =>
    ask('*[_type in ["school", "testimonial"] && ([@, _id] match text::query($words))]._id', {
      params: {words},
    })

  test('finds all words, beginnings only with an asterisk, whatever the case and accents', () => {
    expect(search('SPRING oak')).toEqual(['versions.spring.oak'])
    expect(search('fam')).toEqual([])
    expect(search('fam*')).toEqual(['said'])
    expect(search('Fámily')).toEqual(['said'])
    expect(search('"oak in spring"')).toEqual(['versions.spring.oak'])
    expect(search('"in oak"')).toEqual([])
    expect(search('oak -spring')).toEqual(['oak'])
    expect(search('school')).toEqual([])
    expect(search('')).toEqual([])
  })

  test('together with references and score, as the Studio asks', () => {
    const query = `*[_type in $types && ([@, _id] match text::query($query) || references($raw))]
      | score(boost(_type in ["school"] && name match text::query($query), 5), [@, _id] match text::query($query))
      [_score > 0]{_id, _type} | order(_score desc)[0...$limit]`
    const params = {types: ['school', 'testimonial'], query: 'oak*', raw: 'oak', limit: 10}
    expect(ask(query, {params, perspective: 'published'})).toEqual([{_id: 'oak', _type: 'school'}])
  })

  test('is refused where it cannot be answered', () => {
    expect(refusal(() => ask('text::query("a")'))).toMatchObject({status: 400})
    expect(refusal(() => ask('*[_id match text::query(name)]'))).toMatchObject({status: 400})
  })
})
