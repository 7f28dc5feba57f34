import {createReadStream} from 'node:fs'
import path from 'node:path'
import type {SanityClient} from '@sanity/client'
import {sanityImport} from '@sanity/import'
import {ContentProblem, reasonOf} from './problem.ts'
import {type ContentSource, openSource, readIds} from './source.ts'

/** What happens to documents whose id is in the dataset already: nothing is written, they are replaced, or kept. */
export type ImportMode = 'refuse' | 'replace' | 'missing'

export type ContentImport = {
  /** Names the dataset and has a token that may write. */
  client: SanityClient
  /** An export (`.tar.gz`), an `.ndjson` file, or a folder with one `.ndjson` file and `images/` and `files/`. */
  source: string
  mode: ImportMode
  /** Called with a few words about what is going on. */
  onProgress?: (text: string) => void
}

export type ImportedContent = {
  /** Documents in the source. */
  documents: number
}

const operations = {refuse: 'create', replace: 'createOrReplace', missing: 'createIfNotExists'} as const

/**
 * Brings documents and their images and files into a dataset, with Sanity's own importer.
 * @throws ContentProblem in words for the person who imports
 */
export async function importContent(options: ContentImport): Promise<ImportedContent> {
  const {client, mode, onProgress} = options
  const source = await openSource(options.source)
  const ids = await readIds(source)
  if (mode === 'refuse') await refuseExisting(client, ids)
  try {
    await sanityImport(sourceInput(source), {
      client,
      operation: operations[mode],
      assetsBase: source.kind === 'documents' ? path.dirname(source.file) : undefined,
      assetFetch: fetchFromLake(client),
      onProgress: ({step, current, total}) => {
        onProgress?.(current === undefined ? step : `${step} ${current} of ${total}`)
      },
    })
  } catch (error) {
    throw new ContentProblem(`The import failed: ${reasonOf(error)}`, {cause: error})
  }
  return {documents: ids.length}
}

function sourceInput(source: ContentSource): string | NodeJS.ReadableStream {
  return source.kind === 'folder' ? source.folder : createReadStream(source.file)
}

/** Looks for all of them before anything is written, so that a refused import has changed nothing. */
async function refuseExisting(client: SanityClient, ids: (string | null)[]): Promise<void> {
  const given = ids.filter((id) => id !== null)
  const existing: string[] = []
  for (let at = 0; at < given.length; at += 500) {
    const query = '*[_id in $ids]._id'
    const found = await client.fetch<string[]>(
      query,
      {ids: given.slice(at, at + 500)},
      {perspective: 'raw', tag: 'content.import'},
    )
    existing.push(...found)
  }
  if (existing.length === 0) return
  const some = existing.slice(0, 3).join(', ')
  throw new ContentProblem(
    `${existing.length} of the ${ids.length} documents are in the dataset already (${some}${existing.length > 3 ? ', …' : ''}). ` +
      'Nothing was written. To overwrite them use --replace; to bring only the others use --missing.',
  )
}

/**
 * Asset addresses of the embedded lake begin with the site's address, but the site may not be running yet when its
 * first content is brought: the lake itself is asked for them.
 */
function fetchFromLake(client: SanityClient): Parameters<typeof sanityImport>[1]['assetFetch'] {
  const {apiHost, useProjectHostname, projectId, dataset} = client.config()
  if (useProjectHostname) return undefined
  return (address, init) => {
    const {pathname, search} = new URL(address)
    const own = pathname.search(new RegExp(`/(images|files)/${projectId}/${dataset}/`))
    return fetch(own < 0 ? address : `${apiHost}${pathname.slice(own)}${search}`, init)
  }
}
