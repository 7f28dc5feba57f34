import type {Identity, JsonObject, Perspective} from '../types.ts'
import {createQueryEngine} from './engine.ts'
import {syncTagsOfChange} from './sync-tags.ts'
import {createTestDataset, storedDocument} from './test-dataset.ts'

const editor: Identity = {kind: 'user', userId: 'editor', role: 'editor'}

const dataset = () =>
  createTestDataset(
    {_id: 'oak', _type: 'school', name: 'Oak', slug: {current: 'oak'}},
    {_id: 'elm', _type: 'school', name: 'Elm', slug: {current: 'elm'}},
    {_id: 'said', _type: 'testimonial', school: {_ref: 'oak'}, next: {_ref: 'later'}},
  )

function tagsOf(query: string, params: JsonObject = {}, perspective: Perspective = 'published') {
  return createQueryEngine(dataset()).querySync({query, params, perspective, identity: editor}).syncTags
}

/** Whether saving this document, with nothing there before, is said to touch an answer with these tags. */
function isTouched(tags: string[], _id: string, _type: string, attributes: JsonObject = {}) {
  const change = {
    documentId: _id,
    before: null,
    after: storedDocument({_id, _type, ...attributes}),
    mutations: [],
  }
  return syncTagsOfChange(change).some((tag) => tags.includes(tag))
}

test('tags are opaque, short and the same every time', () => {
  const tags = tagsOf('*[_type in ["school", "page"]]')
  expect(tags).toHaveLength(2)
  for (const tag of tags) expect(tag).toMatch(/^s1:[\w-]{8}$/)
  expect(tagsOf('*[_type in ["school", "page"]]')).toEqual(tags)
})

test('a filter by type is touched by documents of that type alone', () => {
  const tags = tagsOf('*[_type == "school" && age > 3]')
  expect(isTouched(tags, 'ash', 'school')).toBe(true)
  expect(isTouched(tags, 'ash', 'page')).toBe(false)
})

test('a filter by slug is touched by documents with that slug', () => {
  const tags = tagsOf('*[_type == "school" && slug.current == $slug][0]', {slug: 'ash'})
  expect(isTouched(tags, 'ash', 'school', {slug: {current: 'ash'}})).toBe(true)
  expect(isTouched(tags, 'fir', 'school', {slug: {current: 'fir'}})).toBe(false)
})

test('a filter by id is touched by every version of that document', () => {
  const tags = tagsOf('*[_id in ["oak", "drafts.ash"]]')
  expect(isTouched(tags, 'drafts.oak', 'school')).toBe(true)
  expect(isTouched(tags, 'versions.spring.ash', 'school')).toBe(true)
  expect(isTouched(tags, 'elm', 'school')).toBe(false)
})

test('a filter by reference is touched by documents that refer there', () => {
  const tags = tagsOf('*[references($id)]', {id: 'oak'})
  expect(isTouched(tags, 'new', 'page', {many: [{to: {_ref: 'oak'}}]})).toBe(true)
  expect(isTouched(tags, 'new', 'page', {to: {_ref: 'elm'}})).toBe(false)
})

test('references that were followed count, also where nothing was found', () => {
  const tags = tagsOf('*[_type == "testimonial"]{"school": school->name, "next": next->name}')
  expect(isTouched(tags, 'oak', 'school')).toBe(true)
  expect(isTouched(tags, 'later', 'page')).toBe(true)
  expect(isTouched(tags, 'elm', 'school')).toBe(false)
})

test('what used to match touches as well as what matches now', () => {
  const tags = tagsOf('*[_type == "school"]')
  const before = storedDocument({_id: 'oak', _type: 'school'})
  const change = {documentId: 'oak', before, after: null, mutations: []}
  expect(syncTagsOfChange(change).some((tag) => tags.includes(tag))).toBe(true)
})

test.each(['*', 'count(*)', '*[age > 3]', '*[_type == "school" || age > 3]', 'releases::all()'])(
  '%s is touched by everything',
  (query) => {
    expect(tagsOf(query)).toHaveLength(1)
    expect(isTouched(tagsOf(query), 'new', 'page')).toBe(true)
  },
)

test('a query of constants is touched by nothing', () => {
  expect(tagsOf('{"a": 1}')).toEqual([])
})

test.each([
  ['slug', '*[slug.current == "oak"]', {_type: 'school', slug: {current: 'new-oak'}}],
  ['type', '*[_type == "school"]', {_type: 'page'}],
])('a draft with another %s touches what showed the published document', (_, query, draft) => {
  const data = dataset()
  const engine = createQueryEngine(data)
  const tags = engine.querySync({query, perspective: 'drafts', identity: editor}).syncTags
  const [change] = data.put({_id: 'drafts.oak', ...draft}).changes
  expect(change && engine.syncTagsOf(change).some((tag) => tags.includes(tag))).toBe(true)
})

test('many followed references become fewer, broader tags', () => {
  const schools = Array.from({length: 150}, (_, n) => ({_id: `s${n}`, _type: 'school'}))
  const list = schools.map(({_id}) => ({_ref: _id}))
  const data = createTestDataset(...schools, {_id: 'home', _type: 'page', list})
  const engine = createQueryEngine(data)
  const request = {
    query: '*[_id == "home"][0].list[]->_id',
    perspective: 'published',
    identity: editor,
  } as const
  const {syncTags} = engine.querySync(request)
  expect(syncTags).toHaveLength(2)
  expect(isTouched(syncTags, 's149', 'school')).toBe(true)
  expect(isTouched(syncTags, 'other', 'page')).toBe(false)
})
