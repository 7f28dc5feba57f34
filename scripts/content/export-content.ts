import {chmod, mkdir, rename, rm, stat} from 'node:fs/promises'
import path from 'node:path'
import type {SanityClient} from '@sanity/client'
import {exportDataset} from '@sanity/export'
import {ContentProblem, reasonOf} from './problem.ts'

export type ContentExport = {
  /** Names the dataset and has a token that may read everything. */
  client: SanityClient
  /** The archive to write, `.tar.gz`. */
  file: string
  overwrite: boolean
  /** Called with a few words about what is going on. */
  onProgress?: (text: string) => void
}

export type ExportedContent = {documents: number; assets: number; bytes: number}

/**
 * Writes a whole dataset into an archive: drafts, private documents, images and files byte for byte. The archive
 * appears under its name only when it is complete, and only its owner may read it.
 * @throws ContentProblem in words for the person who exports
 */
export async function exportContent(options: ContentExport): Promise<ExportedContent> {
  const {client, overwrite, onProgress} = options
  const file = path.resolve(options.file)
  if (!file.endsWith('.tar.gz')) throw new ContentProblem(`${options.file} must end in .tar.gz.`)
  const existing = await stat(file).catch(() => null)
  if (existing?.isDirectory())
    throw new ContentProblem(`${options.file} is a folder: give the name of a file.`)
  if (existing && !overwrite) {
    throw new ContentProblem(`${options.file} exists already. Give another name, or add --overwrite.`)
  }

  const partial = `${file}.partial`
  try {
    await mkdir(path.dirname(file), {recursive: true})
    const exported = await exportDataset({
      client,
      dataset: client.config().dataset ?? '',
      outputPath: partial,
      onProgress: ({step, current, total}) => {
        onProgress?.(current === undefined ? step : `${step} ${current} of ${total}`)
      },
    })
    await requireAllAssets(client, exported.assetCount)
    await chmod(partial, 0o600)
    const {size} = await stat(partial)
    await rename(partial, file)
    return {documents: exported.documentCount, assets: exported.assetCount, bytes: size}
  } catch (error) {
    await rm(partial, {force: true})
    if (error instanceof ContentProblem) throw error
    throw new ContentProblem(`The export failed: ${reasonOf(error)}`)
  }
}

/** The exporter passes over assets that it cannot fetch; an export without them is not one to rely on. */
async function requireAllAssets(client: SanityClient, exported: number): Promise<void> {
  const query = 'count(*[_type in ["sanity.imageAsset", "sanity.fileAsset"]])'
  const stored = await client.fetch<number>(query, {}, {perspective: 'raw', tag: 'content.export'})
  if (exported >= stored) return
  throw new ContentProblem(
    `${stored - exported} of ${stored} images and files could not be fetched, so no archive was written. ` +
      'For the embedded Content Lake the site must be running (npm start).',
  )
}
