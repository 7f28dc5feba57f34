import {withoutPersonalData} from './without-personal-data.ts'

const token = 'skTq9XbR2mVw7LkJd4ZsYhNc8PfAe3Gu'

it.each([
  ['refused head@elm.example', 'refused [e-mail address]'],
  ['from 203.0.113.7 and 203.0.113.7:443.', 'from [internet address] and [internet address].'],
  ['from 2001:db8::1, again', 'from [internet address], again'],
  ['from ::ffff:203.0.113.7', 'from [internet address]'],
  [`Bearer ${token}`, 'Bearer [token]'],
  [`/review/open/${token}`, '/review/open/[left out]'],
  ['/search/for/bullying and more', '/search/for/[left out] and more'],
  ['/schools/find/EX1%201AA/5', '/schools/find/[left out]'],
  [
    'Failed to proxy http://127.0.0.1:3001/v1/data/query/production?query=*[title=="Merger"]',
    'Failed to proxy http://127.0.0.1:3001/v1/data/query/production?[left out]',
  ],
  ['“Tomasz” looks like a child’s name', '“…” looks like a child’s name'],
])('takes out what is nobody’s business: %s', (text, expected) => {
  expect(withoutPersonalData(text)).toBe(expected)
})

it.each([
  'The site answers at http://127.0.0.1:3001 since 12:30:45.',
  'document 0b2ad9c6-5a0c-4b51-9a8e-0d8f2a1c77aa, image-0123456789abcdef0123456789abcdef01234567-600x400-webp',
  'PageCache.set (file:///srv/site/cache-handler.ts:57:9)',
  'SANITY_API_READ_TOKEN is not set',
])('leaves what is needed to find a fault: %s', (text) => {
  expect(withoutPersonalData(text)).toBe(text)
})

it('writes no more than a few hundred characters', () => {
  expect(withoutPersonalData('word '.repeat(10_000)).length).toBeLessThan(600)
})
