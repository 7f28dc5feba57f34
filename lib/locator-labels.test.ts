import fc from 'fast-check'
import {layOutLocator} from './locator.ts'
import {type Label, labelSize, layOutLabels} from './locator-labels.ts'

const school = fc.record({
  location: fc.record({
    lat: fc.double({min: 54, max: 54.4, noNaN: true}),
    lng: fc.double({min: -3, max: -2, noNaN: true}),
  }),
  town: fc.constantFrom(null, 'Ash', 'Market Thornley', 'Llanfair-ym-Muallt', 'الوادي', 'Hallowby'),
})

/** Where the letters stand, if they are half as wide as high, as those of the site's typeface are on average. */
function lettersOf({text, x, y, anchor}: Label<unknown>) {
  const width = [...text].length * labelSize * 0.5
  const left = {start: x, middle: x - width / 2, end: x - width}[anchor]
  return {left, right: left + width, top: y - labelSize * 0.75, bottom: y + labelSize * 0.15}
}

test('no name leaves the picture, covers a mark or another name', () => {
  fc.assert(
    fc.property(fc.array(school, {minLength: 1, maxLength: 36}), (schools) => {
      const locator = layOutLocator(schools.map(({location}, id) => ({id, location})))
      if (locator === null) throw new Error('Nothing was laid out.')
      const labels = layOutLabels(locator, (id) => schools[id]?.town ?? null).map(lettersOf)
      labels.forEach((label, index) => {
        expect(label.left).toBeGreaterThanOrEqual(0)
        expect(label.right).toBeLessThanOrEqual(locator.width)
        expect(label.top).toBeGreaterThanOrEqual(0)
        expect(label.bottom).toBeLessThanOrEqual(locator.height)
        for (const {mark} of locator.markers) {
          const x = Math.min(Math.max(mark.x, label.left), label.right)
          const y = Math.min(Math.max(mark.y, label.top), label.bottom)
          expect(Math.hypot(mark.x - x, mark.y - y)).toBeGreaterThanOrEqual(locator.radius)
        }
        for (const other of labels.slice(index + 1)) {
          const isApart =
            label.right <= other.left ||
            other.right <= label.left ||
            label.bottom <= other.top ||
            other.bottom <= label.top
          expect(isApart).toBe(true)
        }
      })
    }),
  )
})

test('two schools of one place share its name', () => {
  const locator = layOutLocator([
    {id: 'a', location: {lat: 54, lng: -2.5}},
    {id: 'b', location: {lat: 54.001, lng: -2.501}},
    {id: 'c', location: {lat: 54.2, lng: -2.2}},
  ])
  const town = new Map([
    ['a', 'Hallowby'],
    ['b', 'Hallowby'],
    ['c', 'Ash'],
  ])
  const labels = locator && layOutLabels(locator, (id) => town.get(id) ?? null)
  expect(labels?.map(({text}) => text)).toEqual(['Hallowby', 'Ash'])
})
