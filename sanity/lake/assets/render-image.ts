import sharp, {type Sharp} from 'sharp'
import {type Geometry, planGeometry, sourceRectangle} from './image-geometry.ts'
import {type Colour, type ImageFormat, type ImageParameters, longestSide} from './image-parameters.ts'

export const imageMimeTypes: Record<ImageFormat, string> = {
  jpg: 'image/jpeg',
  pjpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
}

/** Formats that are transformed into themselves; all others become PNG. */
const keptFormats: Record<string, ImageFormat> = {
  jpg: 'jpg',
  png: 'png',
  webp: 'webp',
  avif: 'avif',
  gif: 'gif',
}

/** The format of the answer: the one asked for, else the best that the browser takes, else the source's. */
export function outputFormat(
  extension: string,
  parameters: ImageParameters,
  accept: string | undefined,
): ImageFormat {
  if (parameters.format) return parameters.format
  if (parameters.autoFormat) {
    // An animation stays one: AVIF here holds a single picture.
    if (accept?.includes('image/avif') && extension !== 'gif') return 'avif'
    if (accept?.includes('image/webp')) return 'webp'
  }
  return keptFormats[extension] ?? 'png'
}

/**
 * Makes the picture that an image address asks for. It carries neither EXIF nor XMP: no camera, no place.
 * @throws ParameterError when the parameters do not fit the picture
 */
export async function renderImage(
  bytes: Buffer,
  {
    extension,
    parameters,
    format,
    pixelLimit,
  }: {extension: string; parameters: ImageParameters; format: ImageFormat; pixelLimit: number},
): Promise<Buffer> {
  const {image, width, height} = await prepareSource(bytes, {extension, parameters, format, pixelLimit})
  const geometry = planGeometry({width, height}, parameters)
  const background = parameters.background ?? (hasTransparency(format) ? transparent : white)

  let result = place(image, geometry, background)
  if (parameters.pad) {
    const pad = Math.round(parameters.pad * parameters.dpr)
    result = result.extend({top: pad, bottom: pad, left: pad, right: pad, background})
  }
  if (parameters.background || !hasTransparency(format)) result = result.flatten({background})
  // The documentation's 1 to 2000 is a tenth of a pixel of deviation per step.
  if (parameters.blur) result = result.blur(Math.max(0.3, parameters.blur / 10))
  if (parameters.sharpen) result = result.sharpen({sigma: 0.5 + parameters.sharpen / 50})
  if (parameters.greyscale) result = result.greyscale()
  if (parameters.invert) result = result.negate({alpha: false})
  return await encode(result, format, parameters.quality).toBuffer()
}

const transparent: Colour = {r: 0, g: 0, b: 0, alpha: 0}
const white: Colour = {r: 255, g: 255, b: 255, alpha: 1}

type Source = {image: Sharp; width: number; height: number}

/** Opens the picture the right way up and takes the part, the turn and the mirroring that are asked for. */
async function prepareSource(
  bytes: Buffer,
  {
    extension,
    parameters,
    format,
    pixelLimit,
  }: {extension: string; parameters: ImageParameters; format: ImageFormat; pixelLimit: number},
): Promise<Source> {
  const {rotation, flipHorizontally, flipVertically} = parameters
  const turned = rotation !== 0 || flipHorizontally || flipVertically
  const limits = {limitInputPixels: pixelLimit}
  const read = await sharp(bytes, limits).metadata()
  const density = extension === 'svg' ? vectorDensity(read, parameters) : undefined
  const {width, height} = density ? await sizeAt(bytes, density, limits) : read.autoOrient

  // Frames of an animation lie below one another, so what works on the whole sheet would mix them.
  const animated =
    (read.pages ?? 1) > 1 && ['gif', 'webp'].includes(format) && !turned && !parameters.firstFrameOnly
  let image = sharp(bytes, {...limits, animated, ...(density ? {density} : {})}).autoOrient()
  const rect = sourceRectangle({width, height}, scaledRect(parameters, read.autoOrient, {width, height}))
  if (rect) image = image.extract(rect)
  const size = rect ?? {width, height}
  if (!turned) return {image, width: size.width, height: size.height}

  const {data, info} = await image.png({compressionLevel: 0}).toBuffer({resolveWithObject: true})
  let turning = sharp(data, limits).rotate(rotation)
  if (flipVertically) turning = turning.flip()
  if (flipHorizontally) turning = turning.flop()
  const turnedBytes = await turning.png({compressionLevel: 0}).toBuffer()
  const sideways = rotation === 90 || rotation === 270
  return {
    image: sharp(turnedBytes, limits),
    width: sideways ? info.height : info.width,
    height: sideways ? info.width : info.height,
  }
}

/** A drawing is rendered at the size at which it will be shown, at most four times its own, so that it stays sharp. */
function vectorDensity(
  read: {width: number; height: number; density?: number},
  parameters: ImageParameters,
): number {
  const {width = 0, height = 0, rect, dpr} = parameters
  const part = rect ?? read
  const scale = Math.max((width * dpr) / part.width, (height * dpr) / part.height, 1)
  const largest = Math.max(1, Math.min(4, longestSide / Math.max(read.width, read.height)))
  return (read.density ?? 72) * Math.min(scale, largest)
}

async function sizeAt(bytes: Buffer, density: number, limits: {limitInputPixels: number}) {
  const {width, height} = await sharp(bytes, {...limits, density}).metadata()
  return {width, height}
}

/** `rect` counts in the pixels of the original, also where a drawing is rendered larger. */
function scaledRect(
  {rect}: ImageParameters,
  original: {width: number; height: number},
  rendered: {width: number; height: number},
): ImageParameters['rect'] {
  if (!rect || original.width === rendered.width) return rect
  const scale = rendered.width / original.width
  return {
    left: Math.round(rect.left * scale),
    top: Math.round(rect.top * scale),
    width: Math.round(rect.width * scale),
    height: Math.round(rect.height * scale),
  }
}

function place(image: Sharp, {scaleTo, cut, canvas}: Geometry, background: Colour): Sharp {
  if (cut && 'entropy' in cut) {
    return image.resize({width: cut.width, height: cut.height, fit: 'cover', position: 'entropy'})
  }
  let result = image.resize({width: scaleTo.width, height: scaleTo.height, fit: 'fill'})
  if (cut) result = result.extract(cut)
  if (canvas) {
    const across = canvas.width - scaleTo.width
    const down = canvas.height - scaleTo.height
    const left = Math.floor(across / 2)
    const top = Math.floor(down / 2)
    result = result.extend({left, right: across - left, top, bottom: down - top, background})
  }
  return result
}

function hasTransparency(format: ImageFormat): boolean {
  return format !== 'jpg' && format !== 'pjpg'
}

function encode(image: Sharp, format: ImageFormat, quality?: number): Sharp {
  // 0 is a quality for Sanity but not for the encoders.
  const chosen = quality === undefined ? undefined : Math.max(1, Math.round(quality))
  switch (format) {
    case 'jpg':
    case 'pjpg':
      return image.jpeg({quality: chosen ?? 75, progressive: format === 'pjpg', mozjpeg: format === 'pjpg'})
    case 'webp':
      return image.webp({quality: chosen ?? 75})
    case 'avif':
      // Effort 2 takes a fifth of a second for a large picture; the default of 4 takes ten times that.
      return image.avif({quality: chosen ?? 55, effort: 2})
    case 'gif':
      return image.gif()
    case 'png':
      return image.png()
  }
}
