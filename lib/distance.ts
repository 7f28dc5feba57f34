/** A place on the earth, in degrees (WGS 84). */
export type Coordinates = {lat: number; lng: number}

const earthRadiusKm = 6371.0088
export const kmPerMile = 1.609344

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** The distance in a straight line over the ground, on a sphere: right within one part in two hundred. */
export function kmBetween(one: Coordinates, other: Coordinates): number {
  const [lat1, lat2] = [radians(one.lat), radians(other.lat)]
  const north = Math.sin((lat2 - lat1) / 2)
  const east = Math.sin(radians(other.lng - one.lng) / 2)
  const chord = north ** 2 + Math.cos(lat1) * Math.cos(lat2) * east ** 2
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** "0.3 miles", "12 miles": to a tenth below ten miles, and to the mile above. */
export function milesInWords(km: number): string {
  const miles = km / kmPerMile
  if (miles < 0.1) return 'less than 0.1 miles'
  const shown = miles < 9.95 ? Math.round(miles * 10) / 10 : Math.round(miles)
  return shown === 1 ? '1 mile' : `${shown} miles`
}

const directions = [
  'north',
  'north-east',
  'east',
  'south-east',
  'south',
  'south-west',
  'west',
  'north-west',
] as const
export type Direction = (typeof directions)[number]

/** Which way one goes from a place to another, of the eight that people name. */
export function directionTo(from: Coordinates, to: Coordinates): Direction {
  const east = (to.lng - from.lng) * Math.cos(radians((from.lat + to.lat) / 2))
  const eighths = Math.round(Math.atan2(east, to.lat - from.lat) / (Math.PI / 4))
  return directions[(eighths + 8) % 8] ?? 'north'
}

/**
 * Those nearest to a place, the nearest first.
 * @param most - how many at most
 */
export function nearest<T extends {location: Coordinates}>(
  from: Coordinates,
  places: readonly T[],
  most: number,
): (T & {km: number})[] {
  return places
    .map((place) => ({...place, km: kmBetween(from, place.location)}))
    .sort((one, other) => one.km - other.km)
    .slice(0, most)
}

/** The two places that are farthest apart, and how far; null when there are no two. */
export function farthestApart<T extends {location: Coordinates}>(
  places: readonly T[],
): {from: T; to: T; km: number} | null {
  const pairs = places.flatMap((from, index) =>
    places.slice(index + 1).map((to) => ({from, to, km: kmBetween(from.location, to.location)})),
  )
  return pairs.toSorted((one, other) => other.km - one.km)[0] ?? null
}
