import {createReadStream} from 'node:fs'
import {open, readdir, stat} from 'node:fs/promises'
import path from 'node:path'
import {createInterface} from 'node:readline'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {createGunzip} from 'node:zlib'
import {ContentProblem, reasonOf} from './problem.ts'
import {readTarEntry} from './tar.ts'

/** What an import reads: a folder as an export unpacks to, an archive of one, or its documents alone. */
export type ContentSource =
  | {kind: 'folder'; folder: string; dataFile: string}
  | {kind: 'archive'; file: string}
  | {kind: 'documents'; file: string}

/** @throws ContentProblem when there is nothing at this path that can be imported */
export async function openSource(location: string): Promise<ContentSource> {
  const file = path.resolve(location)
  const found = await stat(file).catch(() => null)
  if (!found)
    throw new ContentProblem(
      `${location} does not exist. Give an export (.tar.gz), an .ndjson file or a folder.`,
    )
  if (found.isDirectory()) return {kind: 'folder', folder: file, dataFile: await dataFileIn(file)}
  if (await isGzipped(file)) return {kind: 'archive', file}
  if (file.endsWith('.ndjson')) return {kind: 'documents', file}
  throw new ContentProblem(`${location} is neither an export (.tar.gz) nor an .ndjson file.`)
}

async function dataFileIn(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ndjson'))
  const [name] = names
  if (name !== undefined && names.length === 1) return path.join(folder, name)
  throw new ContentProblem(
    `${folder} has ${names.length === 0 ? 'no .ndjson file' : `${names.length} .ndjson files`}: exactly one holds the documents.`,
  )
}

async function isGzipped(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const {buffer} = await handle.read(Buffer.alloc(2), 0, 2, 0)
    return buffer.equals(Buffer.from([0x1f, 0x8b]))
  } finally {
    await handle.close()
  }
}

/**
 * The ids of all documents of a source, null where one has none. Reads to the end before anything is written.
 * @throws ContentProblem that says that an archive is cut off, or names the line which is not a document
 */
export async function readIds(source: ContentSource): Promise<(string | null)[]> {
  if (source.kind === 'archive') await requireWhole(source.file)
  const ids: (string | null)[] = []
  let number = 0
  try {
    for await (const line of createInterface({input: documentStream(source)})) {
      number += 1
      if (line.trim() !== '') ids.push(idOf(line, number))
    }
  } catch (error) {
    if (error instanceof ContentProblem) throw error
    throw new ContentProblem(`The source cannot be read: ${reasonOf(error)}`)
  }
  if (ids.length === 0) throw new ContentProblem('The source holds no documents.')
  return ids
}

/** Unpacks an archive to its end: the documents stand before the pictures, and may be whole where those are cut off. */
async function requireWhole(file: string): Promise<void> {
  try {
    await pipeline(createReadStream(file), createGunzip(), async (chunks: AsyncIterable<Buffer>) => {
      for await (const _ of chunks) {
        // Only passed over.
      }
    })
  } catch (error) {
    throw new ContentProblem(
      `${file} is cut off or damaged (${reasonOf(error)}). Copy it again from where it came, or make the export again.`,
    )
  }
}

function documentStream(source: ContentSource): Readable {
  if (source.kind === 'folder') return createReadStream(source.dataFile)
  if (source.kind === 'documents') return createReadStream(source.file)
  const archive = createReadStream(source.file).pipe(createGunzip())
  return Readable.from(readTarEntry(archive, (name) => name.endsWith('.ndjson')))
}

function idOf(line: string, number: number): string | null {
  const document = parseLine(line, number)
  if (typeof document !== 'object' || document === null || !('_type' in document)) {
    throw new ContentProblem(`Line ${number} of the documents is not a document: it has no _type.`)
  }
  return '_id' in document && typeof document._id === 'string' ? document._id : null
}

function parseLine(line: string, number: number): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw new ContentProblem(`Line ${number} of the documents is not JSON: ${reasonOf(error)}`)
  }
}
