import {createHash, randomBytes} from 'node:crypto'
import {access} from 'node:fs/promises'
import {join} from 'node:path'
import {plainError} from '../errors.ts'
import {
  type Dataset,
  type DocumentStub,
  type JsonObject,
  type LakeDocument,
  type Mutation,
  upkeepAuthor,
} from '../types.ts'
import type {AssetResponse} from './asset-response.ts'
import {prepareFolder, writeFileAtomically} from './atomic-file.ts'
import {withoutCameraNotes} from './camera-notes.ts'
import {createDerivedCache} from './derived-cache.ts'
import {fileTypeOf} from './file-type.ts'
import {describeImage} from './image-metadata.ts'
import {createJobQueue} from './job-queue.ts'
import {type AssetKind, type AssetRequest, assetFile, serveAsset} from './serve-asset.ts'

export type AssetUpload = {
  kind: AssetKind
  bytes: Buffer
  /** The `Content-Type` header: asked only where neither the bytes nor the name of a file tell its type. */
  contentType?: string
  filename?: string
  title?: string
  label?: string
  description?: string
  creditLine?: string
  source?: {id?: string; name?: string; url?: string}
  /** The `meta` parameters: which metadata to take from an image. Without any: LQIP and palette. */
  extract?: string[]
  author: string
}

export type AssetStore = {
  /**
   * Stores the bytes and their document, a picture without what its camera noted. The same bytes are the same document.
   * @throws LakeError
   */
  upload(upload: AssetUpload): Promise<LakeDocument>
  serve(request: AssetRequest): Promise<AssetResponse>
}

export type AssetLimits = {
  /** Bytes of one original. */
  image: number
  file: number
  pixels: number
  derivedBytes: number
  /** Pictures that are decoded at the same time. */
  jobs: number
}

const megabyte = 1024 * 1024

export const defaultLimits: AssetLimits = {
  image: 50 * megabyte,
  file: 250 * megabyte,
  pixels: 100_000_000,
  derivedBytes: 500 * megabyte,
  jobs: 2,
}

export type AssetStoreOptions = {
  dataset: Dataset
  /** Holds `images/` and `files/` with the originals and `derived/` with what was made from them. */
  folder: string
  /** Where browsers reach the lake, without a slash at the end: addresses of assets begin with it. */
  publicUrl: string
  projectId?: string
  limits?: Partial<AssetLimits>
}

/** Keeps the images and files of a dataset, as hosted Sanity's asset service and image CDN do. */
export function createAssetStore(options: AssetStoreOptions): AssetStore {
  const {dataset, folder, publicUrl, projectId = 'local'} = options
  const limits = {...defaultLimits, ...options.limits}
  for (const kind of ['images', 'files']) prepareFolder(join(folder, kind))
  const jobs = createJobQueue(limits.jobs)
  const derived = createDerivedCache({folder: join(folder, 'derived'), limit: limits.derivedBytes})
  const source = {dataset, folder, derived, jobs, pixelLimit: limits.pixels}

  async function upload(request: AssetUpload): Promise<LakeDocument> {
    const {kind, author} = request
    checkSize(request, limits)
    const described = kind === 'image' ? await jobs(() => imageFields(request, limits)) : fileFields(request)
    const {bytes} = described
    const name = `${described.baseName}.${described.extension}`
    const file = assetFile(folder, kind, name)
    const id = `${kind}-${described.baseName}-${described.extension}`

    const existing = dataset.documents.get(id)
    if (existing && (await exists(file))) return existing
    // The file first: a crash in between leaves a file that nothing names, never a document without its file.
    await writeFileAtomically(file, bytes, {durable: true})

    const path = `${kind}s/${projectId}/${dataset.name}/${name}`
    const document: DocumentStub & {_id: string} = {
      ...described.fields,
      ...describingFields(request),
      _id: id,
      _type: kind === 'image' ? 'sanity.imageAsset' : 'sanity.fileAsset',
      assetId: described.sha1,
      extension: described.extension,
      path,
      sha1hash: described.sha1,
      size: bytes.length,
      uploadId: randomBytes(24).toString('base64url'),
      url: `${publicUrl}/${path}`,
    }
    dataset.commit({mutations: [{createIfNotExists: document}], author})
    const stored = dataset.documents.get(id)
    if (!stored) throw new Error(`The asset document ${id} was not stored`)
    return stored
  }

  return {upload, serve: (request) => serveAsset(source, request)}
}

/**
 * Makes the addresses in asset documents begin with `publicUrl`, for when the port or host has changed since they
 * were made. To be called at each start; without a change nothing is written. Returns how many were changed.
 */
export function refreshAssetUrls({dataset, publicUrl}: {dataset: Dataset; publicUrl: string}): number {
  const mutations: Mutation[] = []
  for (const {_id, _type, path, url} of dataset.documents.values()) {
    if (_type !== 'sanity.imageAsset' && _type !== 'sanity.fileAsset') continue
    const current = `${publicUrl}/${path}`
    if (typeof path === 'string' && url !== current) mutations.push({patch: {id: _id, set: {url: current}}})
  }
  if (mutations.length > 0) dataset.commit({mutations, author: upkeepAuthor})
  return mutations.length
}

function checkSize({kind, bytes}: AssetUpload, limits: AssetLimits): void {
  if (bytes.length === 0) throw plainError(400, 'Bad Request', `The ${kind} is empty`)
  if (bytes.length > limits[kind]) {
    const most = Math.floor(limits[kind] / megabyte)
    throw plainError(413, 'Payload Too Large', `The ${kind} is too large: at most ${most} MB are allowed`)
  }
}

/** `bytes` are those to keep. */
type DescribedAsset = {bytes: Buffer; sha1: string; baseName: string; extension: string; fields: JsonObject}

async function imageFields(upload: AssetUpload, limits: AssetLimits): Promise<DescribedAsset> {
  const described = await describeImage(upload.bytes, {extract: upload.extract, pixelLimit: limits.pixels})
  const {extension, mimeType, width, height, metadata} = described
  const bytes = await withoutCameraNotes(upload.bytes, limits.pixels)
  const sha1 = sha1Of(bytes)
  return {bytes, sha1, baseName: `${sha1}-${width}x${height}`, extension, fields: {mimeType, metadata}}
}

function fileFields({bytes, filename, contentType}: AssetUpload): DescribedAsset {
  const {extension, mimeType} = fileTypeOf(bytes, filename, contentType)
  const sha1 = sha1Of(bytes)
  return {bytes, sha1, baseName: sha1, extension, fields: {mimeType}}
}

/** What the person who uploads says about the asset; only what was given. */
function describingFields(upload: AssetUpload): JsonObject {
  const {filename, title, label, description, creditLine, source} = upload
  const given: JsonObject = {originalFilename: filename, title, label, description, creditLine}
  if (source?.name && source.id) {
    const url = source.url === undefined ? {} : {url: source.url}
    given.source = {_type: 'sanity.assetSourceData', id: source.id, name: source.name, ...url}
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

function sha1Of(bytes: Buffer): string {
  return createHash('sha1').update(bytes).digest('hex')
}

async function exists(file: string): Promise<boolean> {
  return await access(file).then(
    () => true,
    () => false,
  )
}
