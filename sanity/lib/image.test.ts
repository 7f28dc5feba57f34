import type {Picture} from './content/picture.ts'
import {pictureAddresses} from './image.ts'

beforeAll(() => {
  process.env.SANITY_API_READ_TOKEN = 'a-token'
})

const picture: Picture = {
  assetId: `image-${'a'.repeat(40)}-2000x1000-jpg`,
  width: 2000,
  height: 1000,
  alt: 'A hall',
  caption: null,
  lqip: null,
  hotspot: null,
  crop: null,
  heldBack: null,
}

const addressesOf = (...asked: Parameters<typeof pictureAddresses>) => {
  const {src, srcSet} = pictureAddresses(...asked)
  return [src, ...srcSet.split(', ').map((offer) => offer.split(' ')[0] ?? '')].map(
    (address) => new URL(address, 'http://localhost').searchParams,
  )
}

test('every address asks for a transformation: a hosted original still says where it was taken', () => {
  for (const asked of [
    addressesOf(picture),
    addressesOf(picture, 1),
    addressesOf({...picture, width: 40, height: 20}),
  ]) {
    expect(asked.length).toBeGreaterThan(1)
    for (const query of asked) {
      expect(Object.fromEntries(query)).toMatchObject({w: expect.any(String), auto: 'format', q: '75'})
    }
  }
})

test('what staff cut away in the Studio is cut away', () => {
  const crop = {left: 0.1, right: 0.4, top: 0.2, bottom: 0.3}
  const {width, height} = pictureAddresses({...picture, crop})
  expect([width, height]).toEqual([1000, 500])
  for (const query of addressesOf({...picture, crop})) expect(query.get('rect')).toBe('200,200,1000,500')
})

test.each([
  ['left', 0.1, '0,0,1000,1000'],
  ['middle', 0.5, '500,0,1000,1000'],
  ['right', 0.9, '1000,0,1000,1000'],
])('a square is cut round what matters, on the %s', (_where, x, rect) => {
  const hotspot = {x, y: 0.5, width: 0.2, height: 0.2}
  for (const query of addressesOf({...picture, hotspot}, 1)) expect(query.get('rect')).toBe(rect)
})
