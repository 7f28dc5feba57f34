import {datedSourceProblems, sourceAddressProblems, sourceProblems} from './sources.ts'

const source = {publisher: 'Department for Education', title: 'Statement', url: 'https://www.gov.uk/'}
const pathsOf = (problems: ReturnType<typeof sourceProblems>) => problems.map(({path}) => path.join('.'))

test.each([
  [source, []],
  [undefined, ['publisher', 'title', 'url']],
  [{...source, publisher: ' '}, ['publisher']],
  [{...source, title: undefined}, ['title']],
  [{...source, url: 'javascript:alert(1)'}, ['url']],
  [{...source, url: 'http://www.gov.uk/'}, ['url']],
  [{...source, url: 'mailto:press@example.org'}, ['url']],
])('of %j these are wrong: %j', (given, paths) => {
  expect(pathsOf(sourceProblems(given))).toEqual(paths)
})

test('a dated source has its day', () => {
  expect(pathsOf(datedSourceProblems({...source, publishedOn: '2019-01-23'}))).toEqual([])
  expect(pathsOf(datedSourceProblems(source))).toEqual(['publishedOn'])
  expect(pathsOf(datedSourceProblems(undefined))).toEqual(['publisher', 'title', 'url', 'publishedOn'])
})

it('asks of a source that nothing depends on only that its address can be followed', () => {
  expect(sourceAddressProblems(undefined)).toEqual([])
  expect(sourceAddressProblems({title: 'A title'})).toEqual([])
  expect(sourceAddressProblems({url: 'https://www.example.org/'})).toEqual([])
  expect(pathsOf(sourceAddressProblems({url: 'http://www.example.org/'}))).toEqual(['url'])
})
