import {draftDestination} from './draft-destination.ts'

const asked = (path: string) =>
  draftDestination(
    `https://site.example/api/draft-mode/enable?sanity-preview-pathname=${encodeURIComponent(path)}`,
  )

test('an address of this site is opened', () => {
  expect(asked('/schools/larkrigg?from=studio')).toBe('/schools/larkrigg?from=studio')
})

test('without an address the home page is opened', () => {
  expect(draftDestination('https://site.example/api/draft-mode/enable')).toBe('/')
})

test.each([
  'https://other.example/',
  '//other.example/',
  '/\\other.example',
  'javascript:alert(1)',
  '/x/..//other.example',
])('%s would lead away', (path) => {
  expect(asked(path)).toBeNull()
})
