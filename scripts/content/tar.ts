const blockSize = 512

/** A file of an archive. Its content is read before the next one is asked for, or passed over. */
export type TarEntry = {name: string; content: AsyncGenerator<Buffer>}

/**
 * The files of a tar archive, one after the other. What is no file, such as a folder, is left out.
 * @throws Error when it is no such archive, or is cut off
 */
export async function* readTarEntries(archive: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const bytes = createByteReader(archive)
  for (;;) {
    const header = await bytes.read(blockSize)
    if (header.length < blockSize) throw new Error('it is cut off')
    if (header.every((byte) => byte === 0)) return
    const {name, size, isFile} = readHeader(header)
    const end = bytes.position() + Math.ceil(size / blockSize) * blockSize
    if (isFile) yield {name, content: bytes.chunks(size)}
    for await (const _ of bytes.chunks(end - bytes.position())) {
      // Only passed over.
    }
    if (bytes.position() < end) throw new Error('it is cut off')
  }
}

/**
 * The bytes of the first file of a tar archive whose name matches. Reads no further than that file.
 * @throws Error when there is no such file
 */
export async function* readTarEntry(
  archive: AsyncIterable<Buffer>,
  matches: (name: string) => boolean,
): AsyncGenerator<Buffer> {
  for await (const {name, content} of readTarEntries(archive)) {
    if (!matches(name)) continue
    yield* content
    return
  }
  throw new Error('the archive holds no documents (an .ndjson file)')
}

/** The fields of https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_06 */
function readHeader(header: Buffer): {name: string; size: number; isFile: boolean} {
  const text = (start: number, end: number) => header.toString('utf8', start, end).split('\0', 1)[0] ?? ''
  if (text(257, 262) !== 'ustar') throw new Error('it is not a tar archive')
  const size = Number.parseInt(text(124, 136).trim(), 8)
  if (!Number.isSafeInteger(size)) throw new Error('it is not a tar archive')
  // Where a name is long, its first folders stand apart.
  const name = [text(345, 500), text(0, 100)].filter((part) => part !== '').join('/')
  return {name, size, isFile: ['0', ''].includes(text(156, 157))}
}

function createByteReader(source: AsyncIterable<Buffer>) {
  const iterator = source[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  let position = 0

  /** What comes next, at most `length` bytes; empty at the end. */
  async function some(length: number): Promise<Buffer> {
    if (rest.length === 0) {
      const next = await iterator.next()
      if (next.done) return rest
      rest = next.value
    }
    const part = rest.subarray(0, length)
    rest = rest.subarray(length)
    position += part.length
    return part
  }

  async function* chunks(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0; ) {
      const part = await some(left)
      if (part.length === 0) return
      left -= part.length
      yield part
    }
  }

  async function read(length: number): Promise<Buffer> {
    const parts: Buffer[] = []
    for await (const part of chunks(length)) parts.push(part)
    return Buffer.concat(parts)
  }

  return {read, chunks, position: () => position}
}
