import {editable, itemOf, originOf, within} from './origin.ts'

const section = {id: 'page-a', type: 'page', path: 'sections[_key=="one"]'}

test.each([
  ['a field of a document', within({...section, path: ''}, 'title'), 'title'],
  ['a field of an item', within(section, 'picture'), 'sections[_key=="one"].picture'],
  ['an item of a list', itemOf({...section, path: 'sections'}, 'two'), 'sections[_key=="two"]'],
])('%s is told by its path', (_what, origin, path) => {
  expect(origin).toEqual({id: 'page-a', type: 'page', path})
})

test('an item without a key, and everything that a visitor reads, is told by nothing', () => {
  expect(itemOf(section, null)).toBeUndefined()
  const forVisitors = originOf({preview: false}, 'page-a', 'page', 'sections')
  expect(forVisitors).toBeUndefined()
  expect(within(forVisitors, 'title')).toBeUndefined()
  expect(editable(forVisitors, 'title')).toEqual({})
})

test('what can be edited carries the document, its type, the path and the address of the Studio', () => {
  const {'data-sanity': mark = ''} = editable(
    originOf({preview: true}, 'page-a', 'page', section.path),
    'picture',
  )
  expect(mark.split(';')).toEqual(['id=page-a', 'type=page', 'path=sections:one.picture', 'base=%2Fstudio'])
})
