/** @jest-environment jsdom */
import {render, screen} from '@testing-library/react'
import {settings} from '#components/gallery/content.ts'
import {Header} from './header.tsx'
import {currentMark, Navigation} from './navigation.tsx'

test.each([
  ['/schools', '/schools', 'page'],
  ['/schools', '/schools/larkrigg', 'true'],
  ['/joining', '/joining/due-diligence', 'true'],
  ['/school', '/schools', undefined],
  ['/', '/schools', undefined],
  ['/', '/', 'page'],
  ['/schools', null, undefined],
])('a link to %s, seen on %s, is marked %s', (address, path, mark) => {
  expect(currentMark(address, path)).toBe(mark)
})

test('without items there is no empty landmark', () => {
  render(<Navigation label="Main" items={[]} path="/" className={undefined} />)
  expect(screen.queryByRole('navigation')).toBeNull()
})

test.each([
  ['/search', 'page'],
  ['/schools', null],
])('the search is one step from %s, also when staff chose nothing', (path, mark) => {
  render(<Header settings={{...settings, navigation: []}} path={path} />)
  const search = screen.getByRole('link', {name: 'Search'})
  expect(search).toHaveAttribute('href', '/search')
  expect(search.getAttribute('aria-current')).toBe(mark)
})
