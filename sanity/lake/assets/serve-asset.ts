import {createHash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Dataset, LakeDocument} from '../types.ts'
import {type AssetResponse, assetHeaders, isUnchanged, refusal} from './asset-response.ts'
import type {DerivedCache} from './derived-cache.ts'
import {
  asksForTransformation,
  type ImageFormat,
  type ImageParameters,
  ParameterError,
  readImageParameters,
} from './image-parameters.ts'
import type {JobQueue} from './job-queue.ts'
import {imageMimeTypes, outputFormat, renderImage} from './render-image.ts'

export type AssetKind = 'image' | 'file'

export type AssetRequest = {
  kind: AssetKind
  /** What follows `/images/` or `/files/`: `<project>/<dataset>/<name>`, or the name alone, and perhaps `/<vanity name>`. */
  path: string
  query: URLSearchParams
  /** The `Accept` header. */
  accept?: string
  /** The `If-None-Match` header. */
  ifNoneMatch?: string
}

export type AssetSource = {
  dataset: Dataset
  folder: string
  derived: DerivedCache
  jobs: JobQueue
  pixelLimit: number
}

type NamedAsset = {name: string; sha1: string; extension: string; document: LakeDocument; vanityName?: string}

/** Part of the key of derived images: raise it when the same parameters make other pictures. */
const renderingVersion = 1

const namePatterns: Record<AssetKind, RegExp> = {
  image:
    /^(?:[a-z0-9-]+\/(?<dataset>[a-z0-9_-]+)\/)?(?<name>(?<sha1>[0-9a-f]{40})-\d{1,6}x\d{1,6}\.(?<extension>[a-z]{3,4}))(?:\/(?<vanityName>[^/]{1,255}))?$/,
  file: /^(?:[a-z0-9-]+\/(?<dataset>[a-z0-9_-]+)\/)?(?<name>(?<sha1>[0-9a-f]{40})\.(?<extension>[a-z0-9]{1,12}))(?:\/(?<vanityName>[^/]{1,255}))?$/,
}

/**
 * Answers a request for an asset. Only what a document of the dataset names is served, so a deleted asset is gone.
 *
 * Without parameters the original is served byte for byte, as exports need it. Neither it nor what is made from it says
 * where and by whom it was taken: that was left out when it was uploaded. Hosted Sanity keeps such notes in originals and
 * leaves them out of transformed pictures, so pages for visitors always ask for a transformation.
 */
export async function serveAsset(source: AssetSource, request: AssetRequest): Promise<AssetResponse> {
  const asset = findAsset(source.dataset, request)
  if (!asset) return refusal(404, 'Not found')
  if (request.kind === 'image' && asksForTransformation(request.query)) {
    try {
      return await serveTransformed(source, asset, request)
    } catch (error) {
      if (error instanceof ParameterError) return refusal(400, error.message)
      if (isMissingFile(error)) return refusal(404, 'Not found')
      throw error
    }
  }
  return await serveOriginal(source, asset, request)
}

function findAsset(dataset: Dataset, {kind, path}: AssetRequest): NamedAsset | null {
  const parts = namePatterns[kind].exec(path)?.groups
  const {name, sha1, extension, vanityName} = parts ?? {}
  if (!parts || !name || !sha1 || !extension) return null
  if (parts.dataset !== undefined && parts.dataset !== dataset.name) return null
  const document = dataset.documents.get(`${kind}-${name.replace('.', '-')}`)
  return document ? {name, sha1, extension, document, vanityName} : null
}

async function serveOriginal(
  source: AssetSource,
  asset: NamedAsset,
  request: AssetRequest,
): Promise<AssetResponse> {
  const headers = assetHeaders({
    etag: asset.sha1,
    mimeType: mimeTypeOf(asset.document),
    downloadAs: downloadName(asset, request),
    // By these `@sanity/export` checks what it downloaded.
    more: {'X-Sanity-Sha1': asset.sha1},
  })
  if (isUnchanged(asset.sha1, request.ifNoneMatch)) return {status: 304, headers, body: null}
  const body = await readOriginal(source, request.kind, asset.name).catch(() => null)
  return body ? {status: 200, headers, body} : refusal(404, 'Not found')
}

async function serveTransformed(
  source: AssetSource,
  asset: NamedAsset,
  request: AssetRequest,
): Promise<AssetResponse> {
  const parameters = readImageParameters(request.query)
  // As the hosted service: drawings are not transformed. Unlike it, they become pixels when a format is asked for.
  if (asset.extension === 'svg' && !parameters.format) return await serveOriginal(source, asset, request)

  const format = outputFormat(asset.extension, parameters, request.accept)
  const etag = derivedKey(asset.name, parameters, format)
  const headers = assetHeaders({
    etag,
    mimeType: imageMimeTypes[format],
    variesByAccept: parameters.autoFormat && !parameters.format,
    downloadAs: downloadName(asset, request),
  })
  if (isUnchanged(etag, request.ifNoneMatch)) return {status: 304, headers, body: null}
  const body = await source.derived.get(etag, () =>
    source.jobs(async () => {
      const bytes = await readOriginal(source, 'image', asset.name)
      return await renderImage(bytes, {
        extension: asset.extension,
        parameters,
        format,
        pixelLimit: source.pixelLimit,
      })
    }),
  )
  return {status: 200, headers, body}
}

export function assetFile(folder: string, kind: AssetKind, name: string): string {
  return join(folder, `${kind}s`, name)
}

function readOriginal({folder}: AssetSource, kind: AssetKind, name: string): Promise<Buffer> {
  return readFile(assetFile(folder, kind, name))
}

function derivedKey(name: string, parameters: ImageParameters, format: ImageFormat): string {
  // The chosen format is in the key; what led to the choice is not.
  const {autoFormat: _, format: __, ...rest} = parameters
  return createHash('sha256')
    .update(JSON.stringify([renderingVersion, name, format, rest]))
    .digest('hex')
}

/** Files are always saved, never shown: they share the site's origin. Images only when `dl` asks for it. */
function downloadName(asset: NamedAsset, {kind, query}: AssetRequest): string | undefined {
  const asked = query.get('dl')
  if (kind === 'image' && asked === null) return undefined
  const original = asset.document.originalFilename
  return asked || vanity(asset) || (typeof original === 'string' ? original : asset.name)
}

function vanity({vanityName}: NamedAsset): string | undefined {
  if (!vanityName) return undefined
  try {
    return decodeURIComponent(vanityName)
  } catch {
    return vanityName
  }
}

function mimeTypeOf(document: LakeDocument): string {
  return typeof document.mimeType === 'string' ? document.mimeType : 'application/octet-stream'
}

function isMissingFile(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT'
}
