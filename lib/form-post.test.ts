import {formRefusal, largestForm} from './form-post.ts'

const own = 'https://trust.example'
const sent = {origin: own, 'sec-fetch-site': 'same-origin', 'content-length': '900'}
const statusOf = (headers: {[name: string]: string}) =>
  formRefusal(new Headers(headers), (origin) => origin === own)?.status ?? null

it('takes a form that was sent from this site', () => {
  expect(statusOf(sent)).toBeNull()
})

it('takes one from a browser that names the origin alone', () => {
  const {'sec-fetch-site': _, ...older} = sent
  expect(statusOf(older)).toBeNull()
})

it.each([
  ['another site', {...sent, origin: 'https://evil.example'}],
  ['this site by another scheme', {...sent, origin: 'http://trust.example'}],
  ['this site on another port', {...sent, origin: 'https://trust.example:8443'}],
  ['an origin that is kept secret', {...sent, origin: 'null'}],
  ['a page of another site that claims this origin', {...sent, 'sec-fetch-site': 'cross-site'}],
  ['a sister site', {...sent, 'sec-fetch-site': 'same-site'}],
  ['the address bar', {...sent, 'sec-fetch-site': 'none'}],
  ['a program that names no origin', {'content-length': '900'}],
])('refuses one from %s', (_from, headers) => {
  expect(statusOf(headers)).toBe(403)
})

it('refuses one whose length is not known, or is too much', () => {
  const {'content-length': _, ...unknown} = sent
  expect(statusOf(unknown)).toBe(411)
  expect(statusOf({...sent, 'content-length': 'much'})).toBe(413)
  expect(statusOf({...sent, 'content-length': String(largestForm)})).toBeNull()
  expect(statusOf({...sent, 'content-length': String(largestForm + 1)})).toBe(413)
})
