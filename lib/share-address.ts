/** Below this path are the pictures that stand for pages where they are shared. */
export const shareFolder = '/share/'

/**
 * The path of the picture of a page.
 * @param path - of the page; the home page goes by its slug
 */
export function shareAddress(path: string): string {
  return `${shareFolder}${path.slice(1)}.png`
}

/** The path of the page that a picture stands for, or null when the path is not one of a picture. */
export function sharedPath(address: string): string | null {
  if (!address.startsWith(shareFolder) || !address.endsWith('.png')) return null
  return `/${address.slice(shareFolder.length, -'.png'.length)}`
}
