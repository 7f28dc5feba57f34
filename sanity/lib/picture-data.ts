import {createImageUrlBuilder} from '@sanity/image-url'
import {env} from '#lib/env.ts'
import {requestId, requestIdHeader} from '#lib/request-context.ts'
import type {Picture} from './content/picture.ts'

/** Of a picture, in pixels. */
type Size = {width: number; height: number}

/**
 * Reads a picture from Content Lake, cut to a size round its hotspot, for a drawing that is made on the server.
 * @param format - PNG keeps what is transparent
 * @returns a data address
 * @throws when Content Lake does not answer with the picture
 */
export async function readPicture(picture: Picture, size: Size, format: 'png' | 'jpg'): Promise<string> {
  const {source} = env()
  const {assetId, crop, hotspot} = picture
  const address = createImageUrlBuilder({
    projectId: source.projectId,
    dataset: source.dataset,
    ...(source.kind === 'local' ? {baseUrl: source.lakeUrl} : {}),
  })
    .image({asset: {_ref: assetId}, ...(crop ? {crop} : {}), ...(hotspot ? {hotspot} : {})})
    .size(size.width, size.height)
    .fit('crop')
    .format(format)
    .url()
  const id = requestId()
  const answer = await fetch(address, {
    signal: AbortSignal.timeout(10_000),
    headers: id === null ? {} : {[requestIdHeader]: id},
  })
  if (!answer.ok) throw new Error(`The picture ${assetId} could not be read: status ${answer.status}.`)
  const bytes = Buffer.from(await answer.arrayBuffer())
  return `data:image/${format === 'jpg' ? 'jpeg' : 'png'};base64,${bytes.toString('base64')}`
}
