import {shareAddress, sharedPath} from './share-address.ts'

test.each([
  ['/working-with-us', '/share/working-with-us.png'],
  ['/joining/due-diligence', '/share/joining/due-diligence.png'],
  ['/schools/larkrigg', '/share/schools/larkrigg.png'],
])('the picture of %s is %s, and leads back to it', (path, address) => {
  expect(shareAddress(path)).toBe(address)
  expect(sharedPath(address)).toBe(path)
})

test.each(['/share', '/share/joining', '/shared/joining.png', '/joining.png'])('%s is no picture', (path) => {
  expect(sharedPath(path)).toBeNull()
})
