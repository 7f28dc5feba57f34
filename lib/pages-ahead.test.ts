import {mostPagesAhead, pagesAhead} from './pages-ahead.ts'

it('takes pages nearest the home page first, and of these the first by address', () => {
  expect(pagesAhead(['joining/a', 'joining', 'about/us/history', 'about'])).toEqual([
    'about',
    'joining',
    'joining/a',
    'about/us/history',
  ])
})

it('takes no more than a build should make', () => {
  const deep = Array.from({length: mostPagesAhead}, (_, index) => `deep/${index}`)
  const taken = pagesAhead([...deep, 'near'])
  expect(taken).toHaveLength(mostPagesAhead)
  expect(taken[0]).toBe('near')
})
