import {parseEnvironment} from './env.ts'
import {isOwnOrigin} from './own-origin.ts'

const local = parseEnvironment({PORT: '4000'})
const hosted = parseEnvironment({
  SANITY_PROJECT_ID: 'ab12cd34',
  SANITY_API_READ_TOKEN: 'read',
  PORT: '4000',
  SITE_URL: 'https://www.trust.example',
})

it.each(['http://localhost:4000', 'http://127.0.0.1:4000', 'http://[::1]:4000'])(
  '%s is a site on this machine',
  (origin) => {
    expect(isOwnOrigin(origin, local)).toBe(true)
    expect(isOwnOrigin(origin, hosted)).toBe(false)
  },
)

it.each([
  'http://localhost:4001',
  'https://localhost:4000',
  'http://localhost',
  'http://evil.localhost:4000',
  'http://rebound.example:4000',
  'null',
  '',
])('“%s” is not', (origin) => {
  expect(isOwnOrigin(origin, local)).toBe(false)
})

it('a hosted site has the one origin that visitors use', () => {
  expect(isOwnOrigin('https://www.trust.example', hosted)).toBe(true)
  expect(isOwnOrigin('https://trust.example', hosted)).toBe(false)
})
