import {type SearchEntry, searchOver} from './search.ts'

const entry = (path: string, title: string, words = '', summary: string | null = null): SearchEntry => ({
  path,
  kind: 'Page',
  title,
  summary,
  words,
})

const site = [
  entry(
    '/working-with-us',
    'Working with Us',
    'Trusts are specialist organisations set up to run and improve schools.',
  ),
  entry(
    '/schools/hallowby-high',
    'Hallowby High School',
    'Secondary. 11 to 16. Hallowby, Wrendale. URN 900104.',
  ),
  entry('/schools/wykeholme-sixth-form', 'Wykeholme Sixth Form', 'Sixteen plus. Wykeholme.'),
  entry('/schools/ysgol-dwr', 'Ysgol y Dŵr', 'Cynradd. St Edda’s parish.'),
  entry('/joining', 'Joining', 'What a governing board asks: the top slice, delegated authority, induction.'),
]
const search = searchOver(site)
const paths = (query: string) => search(query).map(({path}) => path)

test.each([
  ['a whole word', 'secondary', '/schools/hallowby-high'],
  ['any case', 'HALLOWBY', '/schools/hallowby-high'],
  ['the beginning of a word', 'wyke', '/schools/wykeholme-sixth-form'],
  ['a letter wrong', 'halowby', '/schools/hallowby-high'],
  ['two letters changed about', 'delegtaed authority', '/joining'],
  ['without the accent', 'dwr', '/schools/ysgol-dwr'],
  ['with the accent', 'dŵr', '/schools/ysgol-dwr'],
  ['either apostrophe, or none', 'st eddas', '/schools/ysgol-dwr'],
  ['the number of a school', '900104', '/schools/hallowby-high'],
  ['one of the words alone', 'hallowby swimming', '/schools/hallowby-high'],
])('%s finds it', (_name, query, path) => {
  expect(paths(query)[0]).toBe(path)
})

test.each(['', '   ', '*', 'zzzzzz', '"', '\u0000', '\ud800', 'the'.repeat(400)])(
  '%j finds nothing, and stands',
  (query) => {
    expect(paths(query)).toEqual([])
  },
)

test('a number finds what bears it, and not what bears another that is like it', () => {
  expect(paths('900104')).toEqual(['/schools/hallowby-high'])
  expect(paths('900105')).toEqual([])
  expect(paths('9001')).toEqual(['/schools/hallowby-high'])
})

test('a word in the title comes before the same word in the text', () => {
  const pages = [entry('/a', 'Lunch', 'We write about induction.'), entry('/b', 'Induction', 'And lunch.')]
  expect(searchOver(pages)('induction').map(({path}) => path)).toEqual(['/b', '/a'])
})

test('what matches on every page gives thirty at most', () => {
  const many = Array.from({length: 80}, (_, number) => entry(`/${number}`, `School ${number}`, 'primary'))
  expect(searchOver(many)('primary')).toHaveLength(30)
})
