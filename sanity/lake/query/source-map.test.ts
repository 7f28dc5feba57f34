import {type ContentSourceMap, resolveEditInfo} from '@sanity/client/csm'
import {stegaEncodeSourceMap} from '@sanity/client/stega'
import {vercelStegaDecode} from '@vercel/stega'
import type {Identity, JsonObject, Perspective} from '../types.ts'
import {createQueryEngine} from './engine.ts'
import {createTestDataset} from './test-dataset.ts'

const editor: Identity = {kind: 'user', userId: 'editor', role: 'editor'}

const block = (key: string, text: string) => ({
  _key: key,
  _type: 'block',
  children: [{_key: `${key}-1`, _type: 'span', text}],
})

const dataset = createTestDataset(
  {
    _id: 'home',
    _type: 'page',
    title: 'Home',
    slug: {current: 'home'},
    body: [block('a', 'First'), block('b', 'Second')],
    sections: [
      {
        _key: 'one',
        _type: 'quotes',
        quotes: [
          {_key: 'q1', _ref: 'said'},
          {_key: 'q2', _ref: 'says'},
        ],
      },
      {_key: 'two', _type: 'text', heading: 'About', tags: ['plain', 'list']},
    ],
  },
  {_id: 'drafts.home', _type: 'page', title: 'Home, changed', slug: {current: 'home'}, main: {_ref: 'oak'}},
  {_id: 'said', _type: 'testimonial', quotation: 'A family', school: {_ref: 'oak'}},
  {_id: 'says', _type: 'testimonial', quotation: 'Kind people', school: {_ref: 'elm'}},
  {_id: 'oak', _type: 'school', name: "Oak's", 'odd \' "name\\': 'odd', age: 5},
  {_id: 'drafts.elm', _type: 'school', name: 'Elm', age: 11},
)

type Asked = {perspective?: Perspective; params?: JsonObject}

function ask(query: string, {perspective = 'published', params = {}}: Asked = {}) {
  const engine = createQueryEngine(dataset)
  const {result, resultSourceMap} = engine.querySync({
    query,
    params,
    perspective,
    identity: editor,
    resultSourceMap: true,
  })
  if (!resultSourceMap) throw new Error('There is no source map')
  const map: ContentSourceMap = resultSourceMap
  return {result, map}
}

type ResultPath = Array<string | number | {_key: string; _index: number}>

/** What the Studio would open for a value of the result. */
function source(query: string, resultPath: ResultPath, asked: Asked = {}) {
  const {map} = ask(query, asked)
  const edit = resolveEditInfo({resultSourceMap: map, resultPath, studioUrl: '/studio'})
  return edit && [edit.id, edit.type, edit.path]
}

const key = (name: string) => ({_key: name, _index: -1})

describe('where a value was read', () => {
  test.each<{query: string; at: ResultPath; from: unknown[]; perspective?: Perspective}>([
    {query: '*[_id == "home"][0]', at: ['title'], from: ['home', 'page', ['title']]},
    {query: '*[_type == "page"]', at: [0, 'slug', 'current'], from: ['home', 'page', ['slug', 'current']]},
    {query: '*[_id == "home"][0].title', at: [], from: ['home', 'page', ['title']]},
    {query: '*[_id == "home"][0]{"name": title}', at: ['name'], from: ['home', 'page', ['title']]},
    {query: '*[_id == "home"][0]{...}', at: ['slug', 'current'], from: ['home', 'page', ['slug', 'current']]},
    {
      query: '*[_id == "home"][0]{..., "title": slug.current}',
      at: ['title'],
      from: ['home', 'page', ['slug', 'current']],
    },
    {
      query: '*[_id == "home"][0]{_type == "page" => {title}}',
      at: ['title'],
      from: ['home', 'page', ['title']],
    },
    {query: '{"a": {"b": *[_type == "school"][0].name}}', at: ['a', 'b'], from: ['oak', 'school', ['name']]},
    {query: '*[_id == "home"][0]{...{title}}', at: ['title'], from: ['home', 'page', ['title']]},
    {
      query: 'coalesce(*[_id == "no"][0].title, *[_id == "home"][0].title)',
      at: [],
      from: ['home', 'page', ['title']],
    },
    {
      query: '*[_id == "home"][0]{"t": select(age > 1 => age, title)}',
      at: ['t'],
      from: ['home', 'page', ['title']],
    },
    {
      query: '*[_type == "testimonial"] | order(quotation desc) {quotation}',
      at: [0, 'quotation'],
      from: ['says', 'testimonial', ['quotation']],
    },
    {
      query: '*[_type == "testimonial"] | score(quotation match "kind") | order(_score desc)',
      at: [0, 'quotation'],
      from: ['says', 'testimonial', ['quotation']],
    },
    {
      query: '*[_type == "testimonial"][1..-1].quotation',
      at: [0],
      from: ['says', 'testimonial', ['quotation']],
    },
    {query: '*[_type == "testimonial"][-1].quotation', at: [], from: ['says', 'testimonial', ['quotation']]},
    {
      query: '*[_type == "testimonial"]{"school": school->name}',
      at: [0, 'school'],
      from: ['oak', 'school', ['name']],
    },
    {
      query: '*[_type == "testimonial"]{"school": school->}',
      at: [0, 'school', 'name'],
      from: ['oak', 'school', ['name']],
    },
    {
      query: '*[_id == "home"][0].sections[].quotes[]->quotation',
      at: [1],
      from: ['says', 'testimonial', ['quotation']],
    },
    {
      query:
        '*[_type == "school"][0]{"said": *[_type == "testimonial" && school._ref == ^._id]{quotation, "of": ^.name}}',
      at: ['said', 0, 'of'],
      from: ['oak', 'school', ['name']],
    },
    {
      query: '[...*[_type == "testimonial"].quotation, "written"]',
      at: [1],
      from: ['says', 'testimonial', ['quotation']],
    },
    {
      query: 'array::compact(*[_type == "testimonial"].quotation)',
      at: [1],
      from: ['says', 'testimonial', ['quotation']],
    },
    {query: '*[_id == "oak"][0]', at: ['odd \' "name\\'], from: ['oak', 'school', ['odd \' "name\\']]},
    {
      query: '*[_type == "page"][0]{title}',
      at: ['title'],
      from: ['drafts.home', 'page', ['title']],
      perspective: 'drafts',
    },
    {
      query: '*[_type == "page"][0]{"name": main->name}',
      at: ['name'],
      from: ['oak', 'school', ['name']],
      perspective: 'drafts',
    },
    {
      query: '*[_id == "says"][0].school->name',
      at: [],
      from: ['drafts.elm', 'school', ['name']],
      perspective: 'drafts',
    },
    {
      query: '*[_id == "drafts.home"][0].title',
      at: [],
      from: ['drafts.home', 'page', ['title']],
      perspective: 'raw',
    },
  ])('$query at $at', ({query, at, from, perspective}) => {
    expect(source(query, at, perspective ? {perspective} : {})).toEqual(from)
  })

  test('Portable Text is addressed by key, whatever stands before it', () => {
    const path = ['body', key('b'), 'children', key('b-1'), 'text']
    const first: ResultPath = [{_key: 'b', _index: 1}, 'children', {_key: 'b-1', _index: 0}, 'text']
    expect(source('*[_id == "home"][0]', ['body', ...first])).toEqual(['home', 'page', path])
    expect(source('*[_id == "home"][0]{body}', ['body', ...first])).toEqual(['home', 'page', path])
    expect(
      source('*[_id == "home"][0]{"body": body[]{..., children[]{text}}}', [
        'body',
        1,
        'children',
        0,
        'text',
      ]),
    ).toEqual(['home', 'page', path])
    expect(source('*[_id == "home"][0].body[_key == "b"]', [0, ...first.slice(1)])).toEqual([
      'home',
      'page',
      path,
    ])
  })

  test('arrays without keys are addressed by number', () => {
    expect(source('*[_id == "home"][0].sections[_key == "two"][0]', ['tags', 1])).toEqual([
      'home',
      'page',
      ['sections', key('two'), 'tags', 1],
    ])
  })

  test.each([
    ['"written"', []],
    ['$given', []],
    ['count(*)', []],
    ['*[_id == "home"][0]{"t": title + "!"}', ['t']],
    ['*[_id == "home"][0]{..., "title": upper(title)}', ['title']],
    ['*[_id == "home"][0]{"t": pt::text(body)}', ['t']],
    ['*[_type == "testimonial"] | score(quotation match "kind")', [0, '_score']],
  ])('%s has no source', (query, at) => {
    expect(source(query, at, {params: {given: 'x'}})).toBeUndefined()
  })
})

test('the client writes edit links into exactly the strings that can be edited', () => {
  const query = `*[_type == "page"][0]{
    title, "shout": upper(title), "quotes": *[_type == "testimonial"]{quotation, "school": school->name}
  }`
  const {result, map} = ask(query, {perspective: 'drafts'})
  const encoded = stegaEncodeSourceMap(result, map, {enabled: true, studioUrl: '/studio'})
  const links = JSON.stringify(encoded, (_, value) => {
    if (typeof value !== 'string') return value
    const decoded: unknown = vercelStegaDecode(value)
    return decoded && typeof decoded === 'object' && 'href' in decoded ? decoded.href : null
  })
  const link = (id: string, type: string, path: string) =>
    expect.stringMatching(
      new RegExp(`^/studio/intent/edit/mode=presentation;id=${id};type=${type};path=${path}\\?`),
    )
  expect(JSON.parse(links)).toEqual({
    title: link('home', 'page', 'title'),
    shout: null,
    quotes: [
      {quotation: link('said', 'testimonial', 'quotation'), school: link('oak', 'school', 'name')},
      {quotation: link('says', 'testimonial', 'quotation'), school: link('elm', 'school', 'name')},
    ],
  })
})

test('a map of many documents names each document and path once', () => {
  const {map} = ask('*[_type == "testimonial"]{quotation, "again": quotation}')
  expect(map.documents).toEqual([
    {_id: 'said', _type: 'testimonial'},
    {_id: 'says', _type: 'testimonial'},
  ])
  expect(map.paths).toEqual(["$['quotation']"])
  expect(Object.keys(map.mappings)).toHaveLength(4)
})
