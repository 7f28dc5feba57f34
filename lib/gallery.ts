import type {Environment} from './env.ts'

/** Where developers and tests see every component in every state. */
export const galleryAddress = '/component-gallery'

/**
 * Whether the gallery is shown: on the embedded lake alone, which only this machine can reach, and not where search
 * engines may list the site.
 */
export function galleryIsShown({source, indexable}: Pick<Environment, 'source' | 'indexable'>): boolean {
  return source.kind === 'local' && !indexable
}

/** @param path - as it stands in the request, its letters perhaps written as `%2D` */
export function isInGallery(path: string): boolean {
  const first = path.split(/\/+/).find((part) => part !== '')
  return first !== undefined && decoded(first) === galleryAddress.slice(1)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
