import fc from 'fast-check'
import {directionTo, farthestApart, kmBetween, milesInWords, nearest} from './distance.ts'

const london = {lat: 51.5074, lng: -0.1278}
const edinburgh = {lat: 55.9533, lng: -3.1883}

const britain = fc.record({
  lat: fc.double({min: 49.8, max: 60.9, noNaN: true}),
  lng: fc.double({min: -8.7, max: 1.8, noNaN: true}),
})

test('London and Edinburgh are 534 km apart', () => {
  expect(kmBetween(london, edinburgh)).toBeCloseTo(534, 0)
})

test('a degree of latitude is 111.2 km anywhere', () => {
  fc.assert(
    fc.property(britain, (place) => {
      expect(kmBetween(place, {...place, lat: place.lat + 1})).toBeCloseTo(111.195, 2)
    }),
  )
})

test('it is as far there as back, and no detour is shorter', () => {
  fc.assert(
    fc.property(britain, britain, britain, (a, b, c) => {
      expect(kmBetween(a, b)).toBeCloseTo(kmBetween(b, a), 9)
      expect(kmBetween(a, a)).toBe(0)
      expect(kmBetween(a, c)).toBeLessThanOrEqual(kmBetween(a, b) + kmBetween(b, c) + 1e-9)
    }),
  )
})

test.each([
  [0, 'less than 0.1 miles'],
  [0.16, 'less than 0.1 miles'],
  [0.5, '0.3 miles'],
  [1.6, '1 mile'],
  [15.9, '9.9 miles'],
  [16.05, '10 miles'],
  [534, '332 miles'],
])('%d km are %s', (km, words) => {
  expect(milesInWords(km)).toBe(words)
})

test.each([
  [{lat: 55, lng: -2}, 'north'],
  [{lat: 54.3, lng: -1.5}, 'north-east'],
  [{lat: 54, lng: -1}, 'east'],
  [{lat: 53.7, lng: -1.5}, 'south-east'],
  [{lat: 53, lng: -2}, 'south'],
  [{lat: 53.7, lng: -2.5}, 'south-west'],
  [{lat: 54, lng: -3}, 'west'],
  [{lat: 54.3, lng: -2.5}, 'north-west'],
])('from the middle to %j is %s', (place, direction) => {
  expect(directionTo({lat: 54, lng: -2}, place)).toBe(direction)
})

test('the nearest are named, the nearest first', () => {
  const at = (lat: number) => ({lat, location: {lat, lng: -2}})
  const found = nearest({lat: 54, lng: -2}, [at(57), at(54.1), at(53), at(54.2)], 3)
  expect(found.map(({lat}) => lat)).toEqual([54.1, 54.2, 53])
  expect(found[0]?.km).toBeCloseTo(11.1, 1)
})

test('no pair is farther apart than the two that are named', () => {
  fc.assert(
    fc.property(fc.array(britain, {minLength: 2, maxLength: 12}), (locations) => {
      const found = farthestApart(locations.map((location) => ({location})))
      expect(found?.km).toBe(kmBetween(found?.from.location ?? london, found?.to.location ?? london))
      for (const one of locations)
        for (const other of locations)
          expect(kmBetween(one, other)).toBeLessThanOrEqual((found?.km ?? 0) + 1e-9)
    }),
  )
  expect(farthestApart([{location: london}])).toBeNull()
})
