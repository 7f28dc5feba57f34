import {createImageUrlBuilder} from '@sanity/image-url'
import {env} from '#lib/env.ts'
import type {Picture} from './content/picture.ts'

/** Widths in pixels that pictures are offered in: a mark, a phone, a phone with a fine screen, a laptop, a large screen. */
const widths = [160, 320, 640, 960, 1280, 1920]

export type PictureAddresses = {src: string; srcSet: string; width: number; height: number}

/**
 * Addresses of a picture in several widths. Those of the embedded lake are relative to the site's own origin;
 * those of a hosted dataset are Sanity's.
 * @param shape - width divided by height to cut the picture to, round its hotspot; null keeps the picture's own
 */
export function pictureAddresses(picture: Picture, shape: number | null = null): PictureAddresses {
  const {source} = env()
  const builder = createImageUrlBuilder({
    projectId: source.projectId,
    dataset: source.dataset,
    ...(source.kind === 'local' ? {baseUrl: '/lake'} : {}),
  })
  const original = croppedSize(picture)
  const ratio = shape ?? original.width / original.height
  const addressOf = (width: number) => {
    const image = builder.image({
      asset: {_ref: picture.assetId},
      ...(picture.crop ? {crop: picture.crop} : {}),
      ...(picture.hotspot ? {hotspot: picture.hotspot} : {}),
    })
    const sized = image.width(width).auto('format').quality(75)
    return (shape === null ? sized.fit('max') : sized.height(Math.round(width / ratio)).fit('crop')).url()
  }
  const offered = widths.filter((width) => width < original.width)
  const largest = Math.min(original.width, widths.at(-1) ?? original.width)
  const all = [...new Set([...offered, largest])]
  return {
    src: addressOf(all.find((width) => width >= 960) ?? largest),
    srcSet: all.map((width) => `${addressOf(width)} ${width}w`).join(', '),
    width: largest,
    height: Math.round(largest / ratio),
  }
}

function croppedSize({width, height, crop}: Picture): {width: number; height: number} {
  if (crop === null) return {width, height}
  return {
    width: Math.max(1, Math.round(width * (1 - crop.left - crop.right))),
    height: Math.max(1, Math.round(height * (1 - crop.top - crop.bottom))),
  }
}
