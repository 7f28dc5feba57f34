/** A page on the way to another one: what it is called, and its path on this site. */
export type Crumb = {name: string; address: string}

const home: Crumb = {name: 'Home', address: '/'}

/**
 * The whole way to a page, itself the last. Empty for the home page and for pages right below it: there the name of
 * the Trust at the top of the page is way enough.
 * @param above - the pages above it, the highest first, without the home page
 */
export function trailTo({name, address}: Crumb, above: readonly Crumb[]): Crumb[] {
  return above.length === 0 && !isNested(address) ? [] : [home, ...above, {name, address}]
}

/** The slugs above a nested one, from the top: `a/b/c` is below `a` and `a/b`. */
export function slugsAbove(slug: string): string[] {
  const parts = slug.split('/')
  return parts.slice(1).map((_part, position) => parts.slice(0, position + 1).join('/'))
}

function isNested(path: string): boolean {
  return slugsAbove(path.slice(1)).length > 0
}
