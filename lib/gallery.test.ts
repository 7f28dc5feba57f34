import {galleryIsShown, isInGallery} from './gallery.ts'

const local = {
  kind: 'local',
  projectId: 'local',
  dataset: 'production',
  lakeUrl: 'http://127.0.0.1:3001',
} as const
const hosted = {kind: 'hosted', projectId: 'ab12cd34', dataset: 'production'} as const

test('the gallery is shown on the embedded lake of this machine alone', () => {
  expect(galleryIsShown({source: local, indexable: false})).toBe(true)
  expect(galleryIsShown({source: local, indexable: true})).toBe(false)
  expect(galleryIsShown({source: hosted, indexable: false})).toBe(false)
  expect(galleryIsShown({source: hosted, indexable: true})).toBe(false)
})

test.each([
  '/component-gallery',
  '/component-gallery/',
  '//component-gallery/welsh',
  '/component%2Dgallery',
  '/%63omponent-gallery/arabic',
])('%s is in the gallery, however it is written', (path) => {
  expect(isInGallery(path)).toBe(true)
})

test.each(['/', '/component-gallery-of-ours', '/about-us/component-gallery', '/%E0%A4%A'])(
  '%s is not',
  (path) => {
    expect(isInGallery(path)).toBe(false)
  },
)
