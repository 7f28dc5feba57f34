import {env} from '#lib/env.ts'

/** Where pictures of the dataset stand, as pages name them: on this site, or with Sanity. */
function publicFolder(): string {
  const {source} = env()
  const host = source.kind === 'local' ? '/lake' : 'https://cdn.sanity.io'
  return `${host}/images/${source.projectId}/${source.dataset}/`
}

/** Leads every picture of a page through the review, which looks first whether its reader may see it. */
export function throughReview(html: string, requestId: string): string {
  return html.replaceAll(publicFolder(), `/review/${requestId}/picture/`)
}

/** The id of a picture by the name of its file, `0f…-1600x1067.webp`; null when that is no name of one. */
export function pictureIdOf(name: string): string | null {
  const [, hash, size, format] = /^([0-9a-f]{40})-(\d+x\d+)\.([a-z]+)$/.exec(name) ?? []
  return hash === undefined ? null : `image-${hash}-${size}-${format}`
}

/**
 * Reads a picture from Content Lake. @param search - what is asked of it, such as `?w=640`
 * @throws when Content Lake does not answer with the picture
 */
export async function fetchPicture(name: string, search: string): Promise<Response> {
  const {source} = env()
  const host = source.kind === 'local' ? source.lakeUrl : 'https://cdn.sanity.io'
  const address = `${host}/images/${source.projectId}/${source.dataset}/${name}${search}`
  const answer = await fetch(address, {signal: AbortSignal.timeout(10_000)})
  if (!answer.ok) throw new Error(`A picture could not be read: status ${answer.status}.`)
  return answer
}
