import sharp, {type Metadata, type Sharp} from 'sharp'
import {withoutNotes} from './jpeg-segments.ts'

/** Formats other than JPEG that can hold notes, written again as near to the original as the format goes. */
const rewritten: {readonly [format: string]: ((image: Sharp) => Sharp) | undefined} = {
  png: (image) => image.png(),
  webp: (image) => image.webp({quality: 95}),
  heif: (image) => image.avif({quality: 90, effort: 2}),
  tiff: (image) => image.tiff({compression: 'lzw'}),
}

/**
 * A picture without what a camera or a program noted in it: where and when it was taken, by whom and with what. So the
 * original can be had by anybody and still gives nothing away, as a picture of pupils would. A JPEG keeps its pixels; of
 * the other formats, which seldom hold notes, those that do are made again.
 * @throws when the bytes are no picture
 */
export async function withoutCameraNotes(bytes: Buffer, pixelLimit: number): Promise<Buffer> {
  const read = await sharp(bytes, {limitInputPixels: pixelLimit}).metadata()
  if (read.format === 'jpeg') return withoutNotes(bytes, read.orientation ?? 1) ?? bytes
  const rewrite = rewritten[read.format]
  if (!rewrite || !hasNotes(read)) return bytes
  const image = sharp(bytes, {limitInputPixels: pixelLimit, animated: true}).autoOrient().keepIccProfile()
  return await rewrite(image).toBuffer()
}

function hasNotes({exif, xmp, iptc, comments}: Metadata): boolean {
  return Boolean(exif || xmp || iptc || comments?.length)
}
