import {type Coordinates, kmBetween, kmPerMile} from './distance.ts'

/*
 * The geometry of the picture of where schools lie. Its units are those of the picture: the frame is `width` of them
 * wide, and how large a unit is on the screen is for the page to decide.
 */

export type Point = {x: number; y: number}

/** A school in the picture. */
export type Marker<Id> = {
  id: Id
  /** Where it lies. */
  place: Point
  /** Where it is marked: at its place, or as near as there is room beside the others. */
  mark: Point
}

/** How long one, two, five, … miles or kilometres are in the picture. */
export type Measure = {count: number; length: number}

export type Locator<Id> = {
  width: number
  height: number
  /** Radius of a mark. */
  radius: number
  /** Whether marks are large enough to hold a number of two digits. */
  numbered: boolean
  markers: Marker<Id>[]
  miles: Measure
  km: Measure
  kmPerUnit: number
}

const width = 480
const height = {least: 360, most: 560}
/** Kept free at the edges, so that whole marks are inside. */
const margin = 30
const radii = {numbered: 16, points: 5}
/** More numbers than these would hide each other, and nobody would look them up. */
const mostNumbered = 36
/** A single school, or several in one street, are shown in a country this wide and high. */
const leastExtentKm = 4
/** A bar is this part of the width at most. */
const longestBar = 0.4

/**
 * Lays out a picture of places: north is up, and every distance is on the scale that it has across the middle, which
 * over a county is true within one part in a hundred.
 * @returns null when there is no place to show
 */
export function layOutLocator<Id>(places: readonly {id: Id; location: Coordinates}[]): Locator<Id> | null {
  const first = places[0]?.location
  if (first === undefined) return null
  const box = boundsOf(places.map(({location}) => location))
  const middle = {lat: (box.south + box.north) / 2, lng: (box.west + box.east) / 2}
  const kmPerDegree = {
    north: kmBetween({lat: middle.lat - 0.5, lng: 0}, {lat: middle.lat + 0.5, lng: 0}),
    // Over a thousandth, because a circle of latitude is no straight line.
    east: kmBetween({lat: middle.lat, lng: 0}, {lat: middle.lat, lng: 0.001}) * 1000,
  }
  const extentKm = {
    x: Math.max((box.east - box.west) * kmPerDegree.east, leastExtentKm),
    y: Math.max((box.north - box.south) * kmPerDegree.north, leastExtentKm),
  }
  const kmPerUnit = Math.max(extentKm.x / (width - 2 * margin), extentKm.y / (height.most - 2 * margin))
  const frame = {
    width,
    height: Math.max(height.least, Math.ceil(extentKm.y / kmPerUnit) + 2 * margin),
  }
  const numbered = places.length <= mostNumbered
  const radius = numbered ? radii.numbered : radii.points
  const placed = places.map(({id, location}) => ({
    id,
    place: {
      x: frame.width / 2 + ((location.lng - middle.lng) * kmPerDegree.east) / kmPerUnit,
      y: frame.height / 2 - ((location.lat - middle.lat) * kmPerDegree.north) / kmPerUnit,
    },
  }))
  return {
    ...frame,
    radius,
    numbered,
    markers: markApart(placed, radius, frame),
    miles: measure(kmPerMile, kmPerUnit),
    km: measure(1, kmPerUnit),
    kmPerUnit,
  }
}

function boundsOf(places: readonly Coordinates[]) {
  const [lats, lngs] = [places.map(({lat}) => lat), places.map(({lng}) => lng)]
  return {
    south: Math.min(...lats),
    north: Math.max(...lats),
    west: Math.min(...lngs),
    east: Math.max(...lngs),
  }
}

/** The largest round number of a length that fits. */
function measure(kmEach: number, kmPerUnit: number): Measure {
  const most = (longestBar * width * kmPerUnit) / kmEach
  const power = 10 ** Math.floor(Math.log10(most))
  const count = ([5, 2, 1].find((digit) => digit * power <= most) ?? 1) * power
  return {count, length: (count * kmEach) / kmPerUnit}
}

/** Gives each its mark, the first ones at their places and the others beside them. */
function markApart<Id>(
  places: readonly {id: Id; place: Point}[],
  radius: number,
  frame: {width: number; height: number},
): Marker<Id>[] {
  const markers: Marker<Id>[] = []
  for (const {id, place} of places) {
    const isFree = (point: Point) =>
      isInside(point, radius, frame) && markers.every(({mark}) => apart(mark, point) >= 2 * radius)
    markers.push({id, place, mark: firstOf(aroundOf(place, radius, frame), isFree) ?? place})
  }
  return markers
}

function isInside({x, y}: Point, radius: number, frame: {width: number; height: number}): boolean {
  return x >= radius && y >= radius && x <= frame.width - radius && y <= frame.height - radius
}

export function apart(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y)
}

/** A place, then points around it in rings that grow until they have left the frame. */
function* aroundOf(place: Point, radius: number, frame: {width: number; height: number}): Generator<Point> {
  yield place
  const step = radius / 2
  for (let ring = step; ring < frame.width + frame.height; ring += step) {
    const count = Math.ceil((2 * Math.PI * ring) / step)
    for (let turn = 0; turn < count; turn++) {
      const angle = (2 * Math.PI * turn) / count
      yield {x: place.x + ring * Math.cos(angle), y: place.y + ring * Math.sin(angle)}
    }
  }
}

function firstOf<T>(values: Iterable<T>, isRight: (value: T) => boolean): T | null {
  for (const value of values) if (isRight(value)) return value
  return null
}
