import sharp from 'sharp'
import {LakeError, plainError} from '../errors.ts'
import type {JsonObject} from '../types.ts'
import {paletteOf} from './palette.ts'

/**
 * What Sanity can be asked to take from an image; `dimensions`, `hasAlpha` and `isOpaque` are always there. Of these
 * the embedded lake takes `lqip` and `palette`; the others are let through and leave nothing in the document.
 */
const extractable = ['blurhash', 'exif', 'image', 'location', 'lqip', 'palette', 'thumbhash']

/** Taken when the upload names none. */
const extractedByDefault = ['lqip', 'palette']

const imageTypes: Record<string, {extension: string; mimeType: string}> = {
  jpeg: {extension: 'jpg', mimeType: 'image/jpeg'},
  png: {extension: 'png', mimeType: 'image/png'},
  webp: {extension: 'webp', mimeType: 'image/webp'},
  gif: {extension: 'gif', mimeType: 'image/gif'},
  svg: {extension: 'svg', mimeType: 'image/svg+xml'},
  tiff: {extension: 'tif', mimeType: 'image/tiff'},
  heif: {extension: 'avif', mimeType: 'image/avif'},
}

export type ImageDescription = {
  extension: string
  mimeType: string
  /** In pixels, as the picture is seen: after the turn that a camera asks for in its EXIF orientation. */
  width: number
  height: number
  /** The `metadata` field of a `sanity.imageAsset`. */
  metadata: JsonObject
}

/**
 * Reads what kind of picture the bytes are, whatever their name says, and what Sanity keeps about it.
 * @param extract the `meta` parameters of the upload; `['none']` for none.
 * @throws LakeError 400 if the bytes are not a picture that can be read, or have more than `pixelLimit` pixels.
 */
export async function describeImage(
  bytes: Buffer,
  {extract, pixelLimit}: {extract?: string[]; pixelLimit: number},
): Promise<ImageDescription> {
  const wanted = wantedMetadata(extract)
  const read = await readHeader(bytes, pixelLimit)
  const type = imageTypes[read.format]
  if (!type || isCompressed(bytes)) throw invalidImage(`Images of the type ${read.format} are not supported`)

  const {width, height} = read.autoOrient
  try {
    const metadata: JsonObject = {
      _type: 'sanity.imageMetadata',
      dimensions: {_type: 'sanity.imageDimensions', aspectRatio: width / height, height, width},
      hasAlpha: read.hasAlpha,
      isOpaque: read.hasAlpha ? (await open(bytes, pixelLimit).stats()).isOpaque : true,
    }
    if (wanted.includes('lqip')) metadata.lqip = await placeholder(bytes, read.hasAlpha, pixelLimit)
    if (wanted.includes('palette')) metadata.palette = await palette(bytes, pixelLimit)
    return {...type, width, height, metadata}
  } catch (error) {
    throw unreadable(error)
  }
}

function wantedMetadata(extract?: string[]): string[] {
  if (!extract) return extractedByDefault
  const wanted = extract.filter((name) => name !== 'none')
  const unknown = wanted.find((name) => !extractable.includes(name))
  if (unknown !== undefined) {
    throw plainError(
      400,
      'Bad Request',
      `Unknown metadata "${unknown}": use ${extractable.join(', ')}, or none`,
    )
  }
  return wanted
}

function open(bytes: Buffer, pixelLimit: number) {
  return sharp(bytes, {limitInputPixels: pixelLimit})
}

async function readHeader(bytes: Buffer, pixelLimit: number) {
  try {
    const read = await open(bytes, pixelLimit).metadata()
    // Dimensions are known before any pixel is decoded, so that a decompression bomb stops here.
    if (read.width * read.height > pixelLimit) throw tooManyPixels(pixelLimit)
    return read
  } catch (error) {
    if (/pixel limit/.test(String(error))) throw tooManyPixels(pixelLimit)
    throw unreadable(error)
  }
}

/** A gzipped SVG would need a header of its own to be shown. */
function isCompressed(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/** A picture of 20 pixels' width to be shown until the real one is there, as a data address. */
async function placeholder(bytes: Buffer, hasAlpha: boolean, pixelLimit: number): Promise<string> {
  const small = open(bytes, pixelLimit).autoOrient().resize(20)
  const encoded = hasAlpha ? small.png() : small.jpeg({quality: 70})
  const {data} = await encoded.toBuffer({resolveWithObject: true})
  return `data:image/${hasAlpha ? 'png' : 'jpeg'};base64,${data.toString('base64')}`
}

async function palette(bytes: Buffer, pixelLimit: number): Promise<JsonObject | undefined> {
  const pixels = await open(bytes, pixelLimit)
    .resize(96, 96, {fit: 'inside', withoutEnlargement: true})
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer()
  return paletteOf(pixels) ?? undefined
}

function unreadable(error: unknown): LakeError {
  if (error instanceof LakeError) return error
  return invalidImage(String(error).replace(/^Error: /, ''))
}

/** Worded as hosted Sanity does; `@sanity/import` and the Studio show `message`. */
function invalidImage(details: string): LakeError {
  const message = 'Invalid image, could not read metadata'
  return new LakeError(400, message, {statusCode: 400, error: 'Bad Request', message, details})
}

function tooManyPixels(pixelLimit: number): LakeError {
  return plainError(
    400,
    'Bad Request',
    `The image has too many pixels: at most ${Math.floor(pixelLimit / 1_000_000)} megapixels are allowed. Make it smaller and upload it again`,
  )
}
