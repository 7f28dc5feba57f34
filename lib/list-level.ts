/** Lists stand in each other so deep at most: nobody reads deeper ones, and what draws them makes each level. */
const deepest = 10

/** The depth of an item of a list, from 1; whatever stands there. */
export function listLevel(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value)
    ? Math.min(deepest, Math.max(1, Math.round(value)))
    : 1
}
