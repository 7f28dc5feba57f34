import type {Locator, Point} from './locator.ts'

/** Where letters stand. */
type Place = Point & {anchor: 'start' | 'middle' | 'end'}

/** The name of a place beside its marks, and the school from which it is known. */
export type Label<Id> = Place & {id: Id; text: string}

type Box = {left: number; right: number; top: number; bottom: number}

/** Height of the letters' line in the picture's units; how wide a letter is, is guessed on the wide side. */
export const labelSize = 19
const letterWidth = labelSize * 0.6
const gap = 5
/** Marks of one place that lie farther apart than this are not named together. */
const widestGroup = 110

/**
 * Names places beside the marks of their schools where there is room: a name covers no mark and no other name, and one
 * without room is left out, as the list has it.
 * @param nameOf - the name of a school's place, null when it has none
 */
export function layOutLabels<Id>(locator: Locator<Id>, nameOf: (id: Id) => string | null): Label<Id>[] {
  if (!locator.numbered) return []
  const groups = Map.groupBy(locator.markers, ({id}) => nameOf(id))
  const marks = locator.markers.map(({mark}) => around([mark], locator.radius))
  const taken = [...marks]
  const labels: Label<Id>[] = []
  for (const [text, members] of groups) {
    const [first] = members
    if (text === null || first === undefined) continue
    const group = around(
      members.map(({mark}) => mark),
      locator.radius,
    )
    if (group.right - group.left > widestGroup || group.bottom - group.top > widestGroup) continue
    const found = beside(text, group).find(({box}) => isWithin(box, locator) && !taken.some(overlaps(box)))
    if (found === undefined) continue
    labels.push({...found.place, id: first.id, text})
    taken.push(found.box)
  }
  return labels
}

function around(points: readonly Point[], radius: number): Box {
  const [xs, ys] = [points.map(({x}) => x), points.map(({y}) => y)]
  return {
    left: Math.min(...xs) - radius,
    right: Math.max(...xs) + radius,
    top: Math.min(...ys) - radius,
    bottom: Math.max(...ys) + radius,
  }
}

/** Where a name may stand, the best first. A label's point is on the line that its letters stand on. */
function beside(text: string, {left, right, top, bottom}: Box): {place: Place; box: Box}[] {
  const half = ([...text].length * letterWidth) / 2
  const middle = {x: (left + right) / 2, y: (top + bottom) / 2}
  const lines = [
    {x: right + gap + half, y: middle.y, anchor: 'start', at: right + gap},
    {x: left - gap - half, y: middle.y, anchor: 'end', at: left - gap},
    {x: middle.x, y: bottom + gap + labelSize / 2, anchor: 'middle', at: middle.x},
    {x: middle.x, y: top - gap - labelSize / 2, anchor: 'middle', at: middle.x},
  ] as const
  return lines.map(({x, y, anchor, at}) => ({
    place: {anchor, x: at, y: y + labelSize * 0.35},
    box: {left: x - half, right: x + half, top: y - labelSize / 2, bottom: y + labelSize / 2},
  }))
}

function isWithin(box: Box, {width, height}: {width: number; height: number}): boolean {
  return box.left >= gap && box.top >= gap && box.right <= width - gap && box.bottom <= height - gap
}

function overlaps(one: Box): (other: Box) => boolean {
  return (other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}
