import {LakeError} from '../errors.ts'
import {createMatcher} from './matcher.ts'
import {storedDocument} from './test-dataset.ts'

const oak = storedDocument({_id: 'oak', _type: 'school', name: 'Oak', head: {_ref: 'someone'}})

test.each([
  ['*', {}],
  ['*[_type == "school"]', {}],
  ['*[_type == $type && name match "o*"] | order(name asc)[0...$limit]{name}', {type: 'school', limit: 5}],
  ['*[_id in path("*")][defined(name)][0]', {}],
  ['*[_id == "oak" || _id == "drafts.oak"].name', {}],
  ['*[references("someone")]', {}],
  ['*[[@, _id] match text::query("oak")]', {}],
])('%s includes the document', (query, params) => {
  expect(createMatcher(query, params)(oak)).toBe(true)
})

test.each([
  ['*[_type == "page"]', {}],
  ['*[_type == "school" && head->name == "Someone"]', {}],
  ['*[_type == "school"][name == "Elm"]', {}],
  ['*[[@, _id] match text::query("elm")]', {}],
  ['*[name > 5]', {}],
])('%s does not', (query, params) => {
  expect(createMatcher(query, params)(oak)).toBe(false)
})

test('no document is never included', () => {
  expect(createMatcher('*', {})(null)).toBe(false)
})

test.each(['*[', 'count(*)', '{"a": 1}', '*[_id == $id]', '*[geo::latLng(1, 2) == 1]'])(
  'refuses %s when the listener starts',
  (query) => {
    expect(() => createMatcher(query, {})).toThrow(LakeError)
  },
)
