const headerBytes = 6
const entryBytes = 16

/** A square picture, as PNG, of at most 255 pixels a side. */
export type IconPicture = {pixels: number; png: Buffer}

/**
 * One `.ico` file of several sizes, for programs that ask for /favicon.ico without reading a page.
 * Format: https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10), with PNG inside, as Windows Vista began.
 */
export function iconFile(pictures: readonly IconPicture[]): Buffer {
  const directory = Buffer.alloc(headerBytes + entryBytes * pictures.length)
  // Of the type "icon"; all numbers are little-endian.
  directory.writeUInt16LE(1, 2)
  directory.writeUInt16LE(pictures.length, 4)
  let position = directory.length
  for (const [index, {pixels, png}] of pictures.entries()) {
    const entry = headerBytes + entryBytes * index
    directory.writeUInt8(pixels, entry)
    directory.writeUInt8(pixels, entry + 1)
    directory.writeUInt16LE(1, entry + 4)
    directory.writeUInt16LE(32, entry + 6)
    directory.writeUInt32LE(png.length, entry + 8)
    directory.writeUInt32LE(position, entry + 12)
    position += png.length
  }
  return Buffer.concat([directory, ...pictures.map(({png}) => png)])
}
