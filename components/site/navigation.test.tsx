/** @jest-environment jsdom */
import {render, screen} from '@testing-library/react'
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
