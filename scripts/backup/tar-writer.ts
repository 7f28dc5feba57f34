import {createReadStream} from 'node:fs'

const blockSize = 512

/** What `tar` calls a longest name and a longest path before it, in bytes. */
const [longestName, longestPrefix] = [100, 155]

/** A file of an archive, of a known length. */
export type TarFile = {name: string; bytes: number; content: AsyncIterable<Buffer>}

/**
 * The bytes of an archive as `tar` reads it (ustar):
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_06
 * @throws Error when a file is longer or shorter than was said
 */
export async function* writeTar(files: AsyncIterable<TarFile>): AsyncGenerator<Buffer> {
  for await (const {name, bytes, content} of files) {
    yield headerOf(name, bytes)
    let written = 0
    for await (const chunk of content) {
      written += chunk.length
      yield chunk
    }
    if (written !== bytes) throw new Error(`${name} changed while it was copied`)
    yield Buffer.alloc((blockSize - (bytes % blockSize)) % blockSize)
  }
  yield Buffer.alloc(2 * blockSize)
}

/** The content of a file on the disk, up to a length. */
export function readUpTo(file: string, bytes: number): AsyncIterable<Buffer> {
  return bytes === 0 ? nothing() : createReadStream(file, {end: bytes - 1})
}

async function* nothing(): AsyncGenerator<Buffer> {}

function headerOf(path: string, bytes: number): Buffer {
  const {name, prefix} = splitName(path)
  const header = Buffer.alloc(blockSize)
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`
  header.write(name, 0)
  header.write(octal(0o600, 8), 100)
  header.write(octal(0, 8), 108)
  header.write(octal(0, 8), 116)
  header.write(octal(bytes, 12), 124)
  header.write(octal(Math.floor(Date.now() / 1000), 12), 136)
  header.write('0', 156)
  header.write('ustar\0' + '00', 257)
  header.write(prefix, 345)
  // The sum of all bytes, with blanks where it will stand itself.
  header.fill(' ', 148, 156)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

function splitName(path: string): {name: string; prefix: string} {
  if (Buffer.byteLength(path) <= longestName) return {name: path, prefix: ''}
  const at = path.indexOf('/', path.length - longestName - 1)
  const [prefix, name] = [path.slice(0, at), path.slice(at + 1)]
  if (at < 0 || Buffer.byteLength(prefix) > longestPrefix) throw new Error(`${path} is too long a name`)
  return {name, prefix}
}
