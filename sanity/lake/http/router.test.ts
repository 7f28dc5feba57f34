import type {LakeAnswer} from './exchange.ts'
import {findRoute, route} from './router.ts'

const answer = (): LakeAnswer => ({json: null})
const routes = [
  route('GET', '/users/me', answer),
  route('GET', '/users/:ids', answer),
  route('GET', '/images/:dataset/*name', answer),
  route('POST', '/users/:ids', answer),
]

function parametersOf(method: string, path: string) {
  const found = findRoute(routes, method, path)
  return found === null || found === 'method' ? found : Object.fromEntries(found.parameters)
}

test('the first route that fits is taken', () => {
  expect(parametersOf('GET', '/users/me')).toEqual({})
  expect(parametersOf('GET', '/users/a,b')).toEqual({ids: 'a,b'})
})

test('parts are decoded after they were split', () => {
  expect(parametersOf('GET', '/users/a%2Fb')).toEqual({ids: 'a/b'})
  expect(() => findRoute(routes, 'GET', '/users/%E0%A4%A')).toThrow('malformed percent sign')
})

test('a rest takes at least one part', () => {
  expect(parametersOf('GET', '/images/production/a/b.jpg')).toEqual({dataset: 'production', name: 'a/b.jpg'})
  expect(parametersOf('GET', '/images/production')).toBeNull()
})

test('an address is told from a method that it does not know', () => {
  expect(parametersOf('DELETE', '/users/me')).toBe('method')
  expect(parametersOf('GET', '/users')).toBeNull()
  expect(parametersOf('GET', '/users/me/keyvalue')).toBeNull()
})
