import {createHash} from 'node:crypto'
import {createWriteStream} from 'node:fs'
import {mkdir, readdir, readFile, rename, rm, stat} from 'node:fs/promises'
import path from 'node:path'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {constants, createGzip} from 'node:zlib'
import {ContentProblem, reasonOf} from '../content/problem.ts'
import {
  type BackupList,
  backupFormat,
  isAssetName,
  type ListedFile,
  listName,
  singleFiles,
} from './contents.ts'
import type {Snapshots} from './snapshots.ts'
import {readUpTo, type TarFile, writeTar} from './tar-writer.ts'

export type MadeBackup = {files: number; assets: number; bytes: number}

type Making = {
  dataFolder: string
  /** The archive to write, `.tar.gz`. */
  file: string
  overwrite: boolean
  /** Copies the datasets when it is their turn. */
  takeSnapshots: () => Promise<Snapshots>
  /** Stops it; nothing is left then. */
  signal?: AbortSignal
}

/**
 * Writes a whole local installation into an archive: all content with its history, pictures, keys, and what this machine
 * remembers of sign-offs. It appears under its name only when it is complete, and only its owner may read it.
 * @throws ContentProblem in words for the person who makes it
 */
export async function makeBackup({
  dataFolder,
  file,
  overwrite,
  takeSnapshots,
  signal,
}: Making): Promise<MadeBackup> {
  const target = path.resolve(file)
  await requireTarget(target, file, overwrite)
  const partial = `${target}.partial`
  let taken: Promise<Snapshots> | null = null
  const list: ListedFile[] = []
  async function* files(): AsyncGenerator<TarFile> {
    for (const name of singleFiles) yield* wholeFile(dataFolder, name, list)
    taken = takeSnapshots()
    const snapshots = await taken
    for (const name of snapshots.datasets)
      yield listed(`datasets/${name}.sqlite`, path.join(snapshots.folder, `${name}.sqlite`), list)
    // After the datasets: what they name was there before them.
    for (const name of snapshots.datasets) yield* assetsOf(dataFolder, name, list)
    yield listOf(list)
  }
  try {
    await mkdir(path.dirname(target), {recursive: true})
    await pipeline(
      Readable.from(writeTar(files())),
      // Pictures are compressed already.
      createGzip({level: constants.Z_BEST_SPEED}),
      createWriteStream(partial, {mode: 0o600, flush: true}),
      {signal},
    )
    const {size} = await stat(partial)
    await rename(partial, target)
    const assets = list.filter(({name}) => name.startsWith('assets/')).length
    return {files: list.length, assets, bytes: size}
  } catch (error) {
    await rm(partial, {force: true})
    if (signal?.aborted) throw new ContentProblem('The backup was stopped, and nothing was kept of it.')
    if (error instanceof ContentProblem) throw error
    throw new ContentProblem(`The backup failed, and nothing was kept of it: ${reasonOf(error)}`)
  } finally {
    await releaseSnapshots(taken)
  }
}

/** Also those that are there only after the backup was stopped. */
async function releaseSnapshots(taken: Promise<Snapshots> | null): Promise<void> {
  const snapshots = await taken?.catch(() => null)
  await snapshots?.release()
}

async function requireTarget(target: string, file: string, overwrite: boolean): Promise<void> {
  if (!target.endsWith('.tar.gz')) throw new ContentProblem(`${file} must end in .tar.gz.`)
  const existing = await stat(target).catch(() => null)
  if (existing?.isDirectory()) throw new ContentProblem(`${file} is a folder: give the name of a file.`)
  if (existing && !overwrite)
    throw new ContentProblem(`${file} exists already. Give another name, or add --overwrite.`)
}

/** A small file, which is replaced as a whole while the site runs; nothing when it is not there. */
async function* wholeFile(dataFolder: string, name: string, list: ListedFile[]): AsyncGenerator<TarFile> {
  const content = await readFile(path.join(dataFolder, name)).catch(() => null)
  if (content !== null) yield hashed({name, bytes: content.length, content: Readable.from([content])}, list)
}

async function listed(name: string, file: string, list: ListedFile[]): Promise<TarFile> {
  const {size} = await stat(file)
  return hashed({name, bytes: size, content: readUpTo(file, size)}, list)
}

async function* assetsOf(dataFolder: string, dataset: string, list: ListedFile[]): AsyncGenerator<TarFile> {
  for (const kind of ['images', 'files']) {
    const folder = path.join('assets', dataset, kind)
    const names = await readdir(path.join(dataFolder, folder)).catch(() => [])
    for (const name of names.filter(isAssetName).sort())
      yield listed(`assets/${dataset}/${kind}/${name}`, path.join(dataFolder, folder, name), list)
  }
}

function hashed({name, bytes, content}: TarFile, list: ListedFile[]): TarFile {
  async function* passedOn(): AsyncGenerator<Buffer> {
    const hash = createHash('sha256')
    for await (const chunk of content) {
      hash.update(chunk)
      yield chunk
    }
    list.push({name, bytes, sha256: hash.digest('hex')})
  }
  return {name, bytes, content: passedOn()}
}

function listOf(files: ListedFile[]): TarFile {
  const list: BackupList = {format: backupFormat, madeAt: new Date().toISOString(), files}
  const content = Buffer.from(`${JSON.stringify(list, null, 2)}\n`)
  return {name: listName, bytes: content.length, content: Readable.from([content])}
}
