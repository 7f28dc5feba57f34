import sharp, {type Sharp} from 'sharp'
import {type Geometry, planGeometry, type Size, sourceRectangle} from './image-geometry.ts'
import {
  type Colour,
  type ImageFormat,
  type ImageParameters,
  longestSide,
  type Rectangle,
} from './image-parameters.ts'

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

export type Rendering = {
  /** Of the original. */
  extension: string
  parameters: ImageParameters
  format: ImageFormat
  /** Larger originals are not decoded. */
  pixelLimit: number
}

/**
 * Makes the picture that an image address asks for. It carries neither EXIF nor XMP: no camera, no place.
 * @throws ParameterError when the parameters do not fit the picture
 */
export async function renderImage(bytes: Buffer, rendering: Rendering): Promise<Buffer> {
  const {parameters, format} = rendering
  const {image, width, height} = await prepareSource(bytes, rendering)
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

/** `width` and `height` count in pixels of the original, also where a drawing is rendered larger. */
type Source = {image: Sharp; width: number; height: number}

/** Opens the picture the right way up and takes the part, the turn and the mirroring that are asked for. */
async function prepareSource(bytes: Buffer, rendering: Rendering): Promise<Source> {
  const {extension, parameters, format, pixelLimit} = rendering
  const {rotation, flipHorizontally, flipVertically} = parameters
  const turned = rotation !== 0 || flipHorizontally || flipVertically
  const limits = {limitInputPixels: pixelLimit}
  const read = await sharp(bytes, limits).metadata()
  const original = read.autoOrient
  const rect = sourceRectangle(original, parameters.rect)
  const {width, height} = rect ?? original

  // Frames of an animation lie below one another, so what works on the whole sheet would mix them.
  const animated =
    (read.pages ?? 1) > 1 && ['gif', 'webp'].includes(format) && !turned && !parameters.firstFrameOnly
  const enlarged = extension === 'svg' ? drawingScale(original, {width, height}, parameters) : 1
  const density = enlarged === 1 ? {} : {density: (read.density ?? 72) * enlarged}
  let image = sharp(bytes, {...limits, animated, ...density}).autoOrient()
  if (rect) image = image.extract(scaled(rect, enlarged))
  if (!turned) return {image, width, height}

  // Turned before it is scaled, so that the sizes asked for are those that are seen.
  const part = await image.png({compressionLevel: 0}).toBuffer()
  let turning = sharp(part, limits).rotate(rotation)
  if (flipVertically) turning = turning.flip()
  if (flipHorizontally) turning = turning.flop()
  const turnedImage = sharp(await turning.png({compressionLevel: 0}).toBuffer(), limits)
  const sideways = rotation === 90 || rotation === 270
  return {image: turnedImage, width: sideways ? height : width, height: sideways ? width : height}
}

/**
 * How much larger than its own size a drawing is rendered, so that it stays sharp where it is shown: at most four
 * times, and never beyond the longest side that is made.
 */
function drawingScale(original: Size, part: Size, {width = 0, height = 0, dpr}: ImageParameters): number {
  const needed = Math.max((width * dpr) / part.width, (height * dpr) / part.height)
  const possible = Math.min(4, longestSide / Math.max(original.width, original.height))
  return Math.max(1, Math.min(needed, possible))
}

function scaled({left, top, width, height}: Rectangle, scale: number): Rectangle {
  if (scale === 1) return {left, top, width, height}
  return {
    left: Math.floor(left * scale),
    top: Math.floor(top * scale),
    width: Math.max(1, Math.floor(width * scale)),
    height: Math.max(1, Math.floor(height * scale)),
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
