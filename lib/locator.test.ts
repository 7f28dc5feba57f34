import fc from 'fast-check'
import {type Coordinates, kmBetween, kmPerMile} from './distance.ts'
import {apart, layOutLocator} from './locator.ts'

/** Schools of a county, some of them at one place. */
const county = fc
  .record({lat: fc.double({min: 50, max: 58, noNaN: true}), lng: fc.double({min: -6, max: 1, noNaN: true})})
  .chain((corner) => {
    const within = fc.record({
      lat: fc.double({min: corner.lat, max: corner.lat + 0.6, noNaN: true}),
      lng: fc.double({min: corner.lng, max: corner.lng + 1, noNaN: true}),
    })
    return fc.oneof(
      fc.array(within, {minLength: 1, maxLength: 120}),
      // Many in the same street.
      within.chain((street) =>
        fc.array(fc.oneof(fc.constant(street), within), {minLength: 1, maxLength: 60}),
      ),
    )
  })

const layOut = (places: Coordinates[]) => {
  const locator = layOutLocator(places.map((location, id) => ({id, location})))
  if (locator === null) throw new Error('Nothing was laid out.')
  return locator
}

test('no place and no mark is outside the frame, and none hides another', () => {
  fc.assert(
    fc.property(county, (places) => {
      const {width, height, radius, markers} = layOut(places)
      expect(markers.map(({id}) => id)).toEqual(places.map((_place, index) => index))
      for (const {place, mark} of markers) {
        for (const point of [place, mark]) {
          expect(point.x).toBeGreaterThanOrEqual(radius)
          expect(point.x).toBeLessThanOrEqual(width - radius)
          expect(point.y).toBeGreaterThanOrEqual(radius)
          expect(point.y).toBeLessThanOrEqual(height - radius)
        }
      }
      markers.forEach(({mark}, index) => {
        for (const other of markers.slice(index + 1))
          expect(apart(mark, other.mark)).toBeGreaterThanOrEqual(2 * radius - 1e-6)
      })
    }),
    {numRuns: 60},
  )
})

test('the same distance has the same length everywhere, which is what the bars say', () => {
  fc.assert(
    fc.property(county, (places) => {
      const {markers, kmPerUnit, miles, km} = layOut(places)
      const inUnits = (distance: number) => distance / kmPerUnit
      expect(km.length).toBeCloseTo(inUnits(km.count), 6)
      expect(miles.length).toBeCloseTo(inUnits(miles.count * kmPerMile), 6)
      markers.forEach(({place}, index) => {
        const [from, to] = [places[0], places[index]]
        const start = markers[0]
        if (!from || !to || !start) return
        const drawn = apart(start.place, place) * kmPerUnit
        const real = kmBetween(from, to)
        expect(Math.abs(drawn - real)).toBeLessThanOrEqual(real * 0.012 + 1e-6)
      })
    }),
    {numRuns: 60},
  )
})

test('bars are round numbers that fit beside each other', () => {
  fc.assert(
    fc.property(county, (places) => {
      const {miles, km, width} = layOut(places)
      for (const {count, length} of [miles, km]) {
        expect(String(Number(count.toPrecision(6)))).toMatch(/^(0\.0*)?[125]0*$/)
        expect(length).toBeGreaterThan(width * 0.15)
        expect(length).toBeLessThanOrEqual(width * 0.4 + 1e-6)
      }
    }),
    {numRuns: 60},
  )
})

test('north is up and east is right', () => {
  const {markers} = layOut([
    {lat: 54.2, lng: -2.6},
    {lat: 54.6, lng: -2},
  ])
  const [south, north] = markers
  expect(north?.place.y).toBeLessThan(south?.place.y ?? 0)
  expect(north?.place.x).toBeGreaterThan(south?.place.x ?? 0)
})

test('two schools at one place have their marks side by side', () => {
  const {markers, radius} = layOut([
    {lat: 54.2, lng: -2.6},
    {lat: 54.2, lng: -2.6},
  ])
  const [first, second] = markers
  expect(first?.mark).toEqual(first?.place)
  expect(second?.place).toEqual(first?.place)
  expect(apart(first?.mark ?? {x: 0, y: 0}, second?.mark ?? {x: 0, y: 0})).toBeLessThanOrEqual(2.6 * radius)
})

test('a school alone stands in the middle of a few miles', () => {
  const {markers, width, height, kmPerUnit} = layOut([{lat: 54.2, lng: -2.6}])
  expect(markers[0]?.mark).toEqual({x: width / 2, y: height / 2})
  expect(width * kmPerUnit).toBeLessThan(10)
})

test('so many that numbers would hide each other are points', () => {
  const around = (count: number) =>
    Array.from({length: count}, (_, index) => ({lat: 54 + (index % 20) / 50, lng: -2 - index / 500}))
  expect(layOut(around(36)).numbered).toBe(true)
  expect(layOut(around(37)).numbered).toBe(false)
  expect(layOut(around(300)).markers).toHaveLength(300)
})

test('without places there is no picture', () => {
  expect(layOutLocator([])).toBeNull()
})
