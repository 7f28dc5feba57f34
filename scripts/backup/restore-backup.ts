import {createHash} from 'node:crypto'
import {createReadStream, createWriteStream, existsSync} from 'node:fs'
import {mkdir, rename, rm} from 'node:fs/promises'
import path from 'node:path'
import {pipeline} from 'node:stream/promises'
import {createGunzip} from 'node:zlib'
import {isFields} from '#sanity/lib/parse.ts'
import {ContentProblem, reasonOf} from '../content/problem.ts'
import {readTarEntries} from '../content/tar.ts'
import {backupFormat, belongsToBackup, type ListedFile, listName} from './contents.ts'
import {settleRestored} from './settle-restored.ts'
import {isRunningOn} from './snapshots.ts'

/** A backup that was unpacked beside the data folder and found whole. */
export type UnpackedBackup = {
  folder: string
  /** ISO 8601. */
  madeAt: string
  /** Of the dataset of the site, drafts among them. */
  documents: number
}

/**
 * Unpacks a backup beside the data folder, which stays as it is, and looks through all of it.
 * @throws ContentProblem when it is no backup, or not a whole one; what was unpacked is gone then
 */
export async function unpackBackup(file: string, dataFolder: string, now: Date): Promise<UnpackedBackup> {
  if (!existsSync(file)) throw new ContentProblem(`${file} does not exist. Give the name of a backup.`)
  const folder = beside(dataFolder, 'restoring', now)
  try {
    await mkdir(folder, {mode: 0o700})
    const {list, found} = await unpack(file, folder)
    requireAll(list.files, found)
    const documents = await settleRestored(folder, dataFolder)
    return {folder, madeAt: list.madeAt, documents}
  } catch (error) {
    await rm(folder, {recursive: true, force: true})
    if (error instanceof ContentProblem) throw error
    throw new ContentProblem(`${file} is not a whole backup: ${reasonOf(error)}. Nothing was changed.`)
  }
}

/**
 * Puts an unpacked backup in the place of the data folder, which is kept beside it.
 * @returns where the data folder is kept; null when there was none
 * @throws ContentProblem while a site runs on the folder
 */
export async function replaceData(
  unpacked: UnpackedBackup,
  dataFolder: string,
  now: Date,
): Promise<string | null> {
  await requireStopped(dataFolder)
  const kept = existsSync(dataFolder) ? beside(dataFolder, 'before-restore', now) : null
  try {
    if (kept !== null) await rename(dataFolder, kept)
    await rename(unpacked.folder, dataFolder)
    return kept
  } catch (error) {
    if (kept !== null && !existsSync(dataFolder)) await rename(kept, dataFolder)
    throw new ContentProblem(
      `${dataFolder} could not be replaced (${reasonOf(error)}), and is as it was. Its parent folder must be one that ` +
        'this user may write to, and it must not be a disk of its own.',
    )
  }
}

/** @throws ContentProblem while a site runs on the folder */
export async function requireStopped(dataFolder: string): Promise<void> {
  if (await isRunningOn(dataFolder))
    throw new ContentProblem(
      `A site runs on ${dataFolder}. Stop it first (Ctrl-C where it was started), then run this again.`,
    )
}

function beside(dataFolder: string, what: string, now: Date): string {
  return `${dataFolder}.${what}-${now.toISOString().replaceAll(':', '-')}`
}

type Unpacked = {list: {madeAt: string; files: ListedFile[]}; found: Map<string, string>}

async function unpack(file: string, folder: string): Promise<Unpacked> {
  const found = new Map<string, string>()
  let list: Unpacked['list'] | null = null
  const archive = createReadStream(file)
  const unzipped = createGunzip()
  // A failure of the one shows in the other, which is read.
  archive.on('error', (error) => unzipped.destroy(error)).pipe(unzipped)
  for await (const {name, content} of readTarEntries(unzipped)) {
    if (name === listName) {
      const parts: Buffer[] = []
      for await (const part of content) parts.push(part)
      list = parseList(Buffer.concat(parts).toString('utf8'))
    } else if (belongsToBackup(name)) found.set(name, await writeHashed(content, path.join(folder, name)))
    else throw new Error(`it holds ${JSON.stringify(name)}, which no backup of this site does`)
  }
  // Reads to the end, where the checksum of the whole stands.
  for await (const _ of unzipped) {
    // Only passed over.
  }
  if (list === null) throw new Error('it has no list of its files')
  return {list, found}
}

async function writeHashed(content: AsyncIterable<Buffer>, file: string): Promise<string> {
  const hash = createHash('sha256')
  await mkdir(path.dirname(file), {recursive: true, mode: 0o700})
  async function* passedOn(): AsyncGenerator<Buffer> {
    for await (const chunk of content) {
      hash.update(chunk)
      yield chunk
    }
  }
  await pipeline(passedOn, createWriteStream(file, {mode: 0o600, flush: true}))
  return hash.digest('hex')
}

function parseList(text: string): Unpacked['list'] {
  const value: unknown = JSON.parse(text)
  const {format, madeAt, files} = isFields(value) ? value : {}
  if (format !== backupFormat)
    throw new Error('it is of another version of this project: restore it with that one')
  if (typeof madeAt !== 'string' || !Array.isArray(files)) throw new Error('its list cannot be read')
  return {
    madeAt,
    files: files.filter(isFields).map(({name, bytes, sha256}) => ({
      name: String(name),
      bytes: Number(bytes),
      sha256: String(sha256),
    })),
  }
}

function requireAll(files: ListedFile[], found: ReadonlyMap<string, string>): void {
  const wrong = files.find(({name, sha256}) => found.get(name) !== sha256)
  if (wrong !== undefined) throw new Error(`${wrong.name} is missing or is not what it was`)
  if (files.length !== found.size) throw new Error('it holds more than its list says')
  for (const name of ['secrets.json', 'datasets/production.sqlite'])
    if (!found.has(name)) throw new Error(`${name} is missing`)
}
