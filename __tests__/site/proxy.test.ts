import {unstable_doesMiddlewareMatch as doesProxyMatch} from 'next/experimental/testing/server'
import {knownAddressHeader} from '#lib/known-address-header.ts'
import {config} from '../../proxy.ts'

const matches = (url: string, headers: {[name: string]: string} = {}) =>
  doesProxyMatch({config, nextConfig: {}, url, headers})

test.each(['/', '/joining', '/schools/larkrigg', '/studio-visits', '/sitemap.xml'])(
  'what is at %s is looked up, unless that is known already',
  (path) => {
    expect(matches(path)).toBe(true)
    expect(matches(path, {[knownAddressHeader]: '1'})).toBe(false)
  },
)

test.each(['/lake/v1/ping', '/studio', '/studio/structure'])(
  '%s is passed on, whatever is said of its address',
  (path) => {
    expect(matches(path)).toBe(true)
    expect(matches(path, {[knownAddressHeader]: '1'})).toBe(true)
  },
)

test.each(['/_next/static/chunk.js', '/api/health'])('%s answers for itself', (path) => {
  expect(matches(path)).toBe(false)
})
