import {type Described, searchWords, shortened} from './search-words.ts'

const site = {title: 'A Trust', description: 'Schools together'}
const described = (title: string | null, description: string | null): Described => ({title, description})
const nothing = described(null, null)

test.each([
  [
    'the override',
    described('For search', 'Found.'),
    described('A page', 'Its summary.'),
    'For search',
    'Found.',
  ],
  ['the document', nothing, described('A page', 'Its summary.'), 'A page', 'Its summary.'],
  ['the site', nothing, nothing, 'A Trust', 'Schools together'],
  ['each by itself', described(null, 'Found.'), described('A page', null), 'A page', 'Found.'],
  ['what is not blank', described(' ', '\n'), described('A page', ' Two\n  lines. '), 'A page', 'Two lines.'],
])('%s is used', (_name, override, document, title, description) => {
  expect(searchWords(override, document, site)).toMatchObject({title, description})
})

test.each([
  ['A page', 'A page – A Trust'],
  ['Join A Trust', 'Join A Trust'],
  [null, 'A Trust'],
])('the full title of %s names the site once', (title, expected) => {
  expect(searchWords(nothing, described(title, null), site).fullTitle).toBe(expected)
})

test('without any description there is none', () => {
  expect(searchWords(nothing, nothing, {title: 'A Trust', description: null}).description).toBeNull()
})

test('words without end do not make the page heavier', () => {
  const long = 'word '.repeat(4_000)
  const {fullTitle, description} = searchWords(nothing, described(long, long), site)
  expect(fullTitle.length).toBeLessThan(200)
  expect(description?.length).toBeLessThanOrEqual(300)
})

test.each([
  ['short enough', 12, 'short enough'],
  ['cut between words', 14, 'cut between…'],
  ['no comma, at the end', 13, 'no comma…'],
  ['Llanfairpwllgwyngyll', 10, 'Llanfairp…'],
  ['1234567🎉9', 9, '1234567…'],
])('%s in %i characters', (text, longest, expected) => {
  expect(shortened(text, longest)).toBe(expected)
})
