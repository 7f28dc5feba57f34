/** What a section shows several of, in the singular and in the plural. */
type Things = {one: string; many: string}

/**
 * What stands below the name of a section in the list of a page: how many things it shows, and the first of them, such
 * as “6 schools: Ashdown, Birch, Cedar …”.
 * @param list - as a preview of the Studio has it, which is an object with a field for each item
 * @param names - of the first of them, as far as they have any
 */
export function countedWithNames(list: unknown, {one, many}: Things, names: (string | undefined)[]): string {
  // Where a preview asks for a second and a third item, it has an empty one in the place of those that are missing.
  const count = Object.values(Object(list)).filter((item) => Object.keys(Object(item)).length > 0).length
  if (count === 0) return `No ${many} yet`
  const known = [...new Set(names.filter((name) => name !== undefined))]
  const counted = `${count} ${count === 1 ? one : many}`
  if (known.length === 0) return counted
  return `${counted}: ${known.join(', ')}${known.length < count ? ' …' : ''}`
}
