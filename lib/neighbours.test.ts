import {type PlacedSchool, schoolsThatShow} from './neighbours.ts'

/** Along a road to the north, one every tenth of a degree. */
const school = (slug: string, tenths: number, isShown = true): PlacedSchool => ({
  slug,
  location: {lat: 52 + tenths / 10, lng: -1},
  isShown,
})
const road = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((slug, index) => school(slug, index))
const at = (tenths: number) => school('', tenths).location

const showing = (places: PlacedSchool['location'][], others = road) => schoolsThatShow(places, others).sort()

it('names the schools that have it among their three nearest, and no others', () => {
  expect(showing([at(-0.5)])).toEqual(['a', 'b'])
  expect(showing([at(7.5)])).toEqual(['g', 'h'])
})

it('names those near where it was and near where it is', () => {
  expect(showing([at(-0.5), at(7.5)])).toEqual(['a', 'b', 'g', 'h'])
})

it('names nobody for a school without a place', () => {
  expect(showing([])).toEqual([])
})

it('names a school that has left, which takes no place among the nearest to others', () => {
  const others = [school('left', 0, false), school('a', 1), school('b', 3), school('c', 5), school('d', 7)]
  expect(showing([at(-0.1)], others)).toEqual(['a', 'b', 'left'])
  const shownToo = others.map((other) => ({...other, isShown: true}))
  expect(showing([at(-0.1)], shownToo)).toEqual(['a', 'left'])
})
