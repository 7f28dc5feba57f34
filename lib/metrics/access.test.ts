import {metricsAccess} from './access.ts'

const token = 'a-token-of-this-test-only'
const local = {token: null, siteUrl: 'http://localhost:3000'}
const here = {authorization: null, isFromThisMachine: true}

it('shows a local site’s metrics to this machine, and to nobody else', () => {
  expect(metricsAccess(here, local)).toBe('allowed')
  expect(metricsAccess(here, {token: null, siteUrl: 'http://[::1]:3000'})).toBe('allowed')
  expect(metricsAccess({...here, isFromThisMachine: false}, local)).toBe(404)
})

it('does not show those of a public site without a token, whoever asks', () => {
  expect(metricsAccess(here, {token: null, siteUrl: 'https://www.trust.example'})).toBe(404)
})

it.each([
  null,
  '',
  token,
  `Basic ${token}`,
  'Bearer',
  `Bearer ${token}x`,
  `Bearer ${token.slice(1)}`,
  'Bearer x',
])('refuses %p where a token is set, on this machine too', (authorization) => {
  expect(metricsAccess({...here, authorization}, {...local, token})).toBe(401)
})

it('takes the token from anywhere', () => {
  const asked = {authorization: `Bearer ${token}`, isFromThisMachine: false}
  expect(metricsAccess(asked, {token, siteUrl: 'https://www.trust.example'})).toBe('allowed')
})
