import {createHash} from 'node:crypto'
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {isDeepStrictEqual} from 'node:util'
import type {SanityClient} from '@sanity/client'
import {createLakeClient} from '#sanity/lake/client.ts'
import {startLake} from '#sanity/lake/server.ts'
import {referencesIn} from '#sanity/lake/store/references.ts'
import type {JsonObject} from '#sanity/lake/types.ts'
import {exportContent} from '../content/export-content.ts'
import {importContent} from '../content/import-content.ts'
import {type GeneratedContent, generateContent} from './transfer/generated-content.ts'

export type TransferOptions = {seed: number; documents: number; images: number}

/**
 * Brings generated content into a lake with `@sanity/import`, out of it with `@sanity/export`, and into a second one;
 * then compares, document by document and byte by byte.
 * @returns whether nothing differs
 */
export async function runTransferSuite(options: TransferOptions): Promise<boolean> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lake-conformance-'))
  console.log(`${options.documents} documents and ${options.images} images, seed ${options.seed}`)
  try {
    mkdirSync(path.join(folder, 'content'))
    const content = await generateContent(path.join(folder, 'content'), options)
    const archive = path.join(folder, 'first.tar.gz')
    const first = await withLake(path.join(folder, 'first'), async (client) => {
      await importContent({client, source: content.source, mode: 'refuse'})
      const held = await contentOf(client)
      await exportContent({client, file: archive, overwrite: false})
      return held
    })
    const second = await withLake(path.join(folder, 'second'), async (client) => {
      await importContent({client, source: archive, mode: 'refuse'})
      return contentOf(client)
    })
    const faults = [
      ...faultsOf('after the import', first, expectedOf(content), content.images),
      ...faultsOf('in the second lake', second, first.documents, content.images),
    ]
    for (const fault of faults.slice(0, 20)) console.log(fault)
    console.log(
      `${first.documents.size} documents and ${first.assets.size} assets compared: ${faults.length} differ`,
    )
    return faults.length === 0
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

async function withLake<Result>(
  dataFolder: string,
  run: (client: SanityClient) => Promise<Result>,
): Promise<Result> {
  const lake = await startLake({port: 0, dataFolder})
  try {
    return await run(createLakeClient(lake.url, {token: lake.secrets.writeToken, perspective: 'raw'}))
  } finally {
    await lake.close()
  }
}

type Held = {documents: Map<string, JsonObject>; assets: Map<string, string>}

/** All documents but those of assets, and the SHA-1 of each asset's bytes under the one that its document names. */
async function contentOf(client: SanityClient): Promise<Held> {
  const isAsset = '_type in ["sanity.imageAsset", "sanity.fileAsset"]'
  const documents = await client.fetch<(JsonObject & {_id: string})[]>(`*[!(${isAsset})]`)
  const assets = await client.fetch<{sha1hash: string; url: string}[]>(`*[${isAsset}]{sha1hash, url}`)
  const held: Held = {documents: new Map(), assets: new Map()}
  for (const document of documents) held.documents.set(document._id, comparable(document))
  for (const {sha1hash, url} of assets) {
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
    held.assets.set(sha1hash, createHash('sha1').update(bytes).digest('hex'))
  }
  return held
}

/**
 * A document without what importing writes anew on hosted datasets too: its revision, and the day of its last change if it
 * refers to anything, because the importer's last step strengthens references.
 */
function comparable({_rev, _updatedAt, ...document}: JsonObject): JsonObject {
  return referencesIn(document).length > 0 ? document : {...document, _updatedAt}
}

function expectedOf({documents}: GeneratedContent): Map<string, JsonObject> {
  return new Map([...documents].map(([id, document]) => [id, comparable(document)]))
}

function faultsOf(
  where: string,
  {documents, assets}: Held,
  expected: Map<string, JsonObject>,
  images: Set<string>,
): string[] {
  const ids = new Set([...documents.keys(), ...expected.keys()])
  const different = [...ids].filter((id) => !isDeepStrictEqual(documents.get(id), expected.get(id)))
  const hashes = new Set([...assets.keys(), ...images])
  const broken = [...hashes].filter((hash) => assets.get(hash) !== hash || !images.has(hash))
  return [
    ...different.map(
      (id) =>
        `${where}, ${id}: ${JSON.stringify(documents.get(id))} is not ${JSON.stringify(expected.get(id))}`,
    ),
    ...broken.map((hash) => `${where}, the asset ${hash} is ${assets.get(hash) ?? 'missing'}`),
  ]
}
