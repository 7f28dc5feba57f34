import {previewPerspective} from './preview-perspective.ts'

test.each([
  ['published', 'published'],
  ['drafts', 'drafts'],
  [undefined, 'drafts'],
  ['', 'drafts'],
  ['raw', 'drafts'],
  ['a release; or not', 'drafts'],
])('%s is a preview of %s', (cookie, seen) => {
  expect(previewPerspective(cookie)).toBe(seen)
})

test('releases are laid over each other in their order', () => {
  expect(previewPerspective('rAutumn,rSpring,drafts')).toEqual(['rAutumn', 'rSpring', 'drafts'])
})
