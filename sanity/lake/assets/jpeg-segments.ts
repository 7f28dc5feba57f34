/** Bytes that start each segment of a JPEG, after 0xff. */
const start = 0xd8
const end = 0xd9
const scan = 0xda
const comment = 0xfe
const applicationFirst = 0xe0
const applicationLast = 0xef

/** Application segments that say how the pixels are to be read: JFIF's density, the colour profile, Adobe's colour model. */
const kept: readonly {marker: number; name: string}[] = [
  {marker: 0xe0, name: 'JFIF\0'},
  {marker: 0xe2, name: 'ICC_PROFILE\0'},
  {marker: 0xee, name: 'Adobe'},
]

/**
 * A JPEG without what cameras and programs note in it (EXIF, XMP, IPTC, comments, smaller pictures behind the first), its
 * pixels untouched. The turn that EXIF asks for is kept, alone.
 * @param orientation - of EXIF, 1 to 8
 * @returns null when the bytes are not what the format promises
 */
export function withoutNotes(jpeg: Buffer, orientation: number): Buffer | null {
  if (jpeg[0] !== 0xff || jpeg[1] !== start) return null
  const parts = [jpeg.subarray(0, 2)]
  if (orientation > 1) parts.push(orientationSegment(orientation))
  let at = 2
  while (at + 4 <= jpeg.length) {
    if (jpeg[at] !== 0xff) return null
    const marker = jpeg[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === end) return Buffer.concat([...parts, jpeg.subarray(at, at + 2)])
    const next = marker === scan ? endOfScan(jpeg, at) : at + 2 + jpeg.readUInt16BE(at + 2)
    if (!isNote(jpeg, at, marker)) parts.push(jpeg.subarray(at, next))
    at = next
  }
  // Cut short, or with its last mark in the last two bytes.
  return Buffer.concat([...parts, jpeg.subarray(at)])
}

function isNote(jpeg: Buffer, at: number, marker: number): boolean {
  if (marker === comment) return true
  if (marker < applicationFirst || marker > applicationLast) return false
  return !kept.some(
    (segment) => segment.marker === marker && jpeg.indexOf(segment.name, at + 4, 'latin1') === at + 4,
  )
}

/** Where the compressed pixels that follow a scan's header end: at the next mark that is not part of them. */
function endOfScan(jpeg: Buffer, at: number): number {
  let found = jpeg.indexOf(0xff, at + 2 + jpeg.readUInt16BE(at + 2))
  while (found !== -1) {
    const following = jpeg[found + 1] ?? 0
    const isPixels = following === 0 || following === 0xff || (following >= 0xd0 && following <= 0xd7)
    if (!isPixels) return found
    found = jpeg.indexOf(0xff, found + 1)
  }
  return jpeg.length
}

/** An EXIF segment of one entry. */
function orientationSegment(orientation: number): Buffer {
  const entry = `0112000300000001000${orientation}0000`
  const tiff = `4d4d002a000000080001${entry}00000000`
  return Buffer.from(`ffe10022${Buffer.from('Exif\0\0').toString('hex')}${tiff}`, 'hex')
}
