import {type Coordinates, kmBetween} from './distance.ts'

/** How many of the nearest schools the page of a school shows. */
export const mostNeighbours = 3

export type PlacedSchool = {
  slug: string
  location: Coordinates
  /** Whether the pages of others show it; that of a school that has left shows others, and is shown by none. */
  isShown: boolean
}

/**
 * The schools whose pages show one that is (or was) at these places: it is among the nearest to them.
 * @param places - of the school, as it is and as it was; none for one whose place is not known
 * @param others - every school but that one
 * @returns their slugs
 */
export function schoolsThatShow(places: readonly Coordinates[], others: readonly PlacedSchool[]): string[] {
  const shown = others.filter(({isShown}) => isShown)
  const isNear = (to: PlacedSchool, place: Coordinates) => {
    const km = kmBetween(to.location, place)
    const nearer = shown.filter((other) => other !== to && kmBetween(to.location, other.location) < km)
    return nearer.length < mostNeighbours
  }
  return others.filter((other) => places.some((place) => isNear(other, place))).map(({slug}) => slug)
}
