import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import sharp, {type Sharp} from 'sharp'
import {openDataset} from '../../store/dataset.ts'
import type {Dataset, LakeDocument} from '../../types.ts'
import type {AssetResponse} from '../asset-response.ts'
import {type AssetStore, createAssetStore} from '../asset-store.ts'

const quarters = {topLeft: '#ff0000', topRight: '#00ff00', bottomLeft: '#0000ff', bottomRight: '#ffff00'}

/** Four quarters of different colours, so that every cut, turn and mirroring shows. */
export async function picture(width: number, height: number): Promise<Sharp> {
  const size = {width: width / 2, height: height / 2, channels: 3 as const}
  const quarter = async (background: string) =>
    await sharp({create: {...size, background}})
      .png()
      .toBuffer()
  return sharp({create: {width, height, channels: 3, background: quarters.topLeft}}).composite([
    {input: await quarter(quarters.topRight), left: width / 2, top: 0},
    {input: await quarter(quarters.bottomLeft), left: 0, top: height / 2},
    {input: await quarter(quarters.bottomRight), left: width / 2, top: height / 2},
  ])
}

/** What a response shows; places are fractions of the width and the height, colours `#rrggbbaa`. */
export async function pixels({body}: AssetResponse) {
  if (!body) throw new Error('There is no picture')
  const {data, info} = await sharp(body).ensureAlpha().raw().toBuffer({resolveWithObject: true})
  const at = (x: number, y: number) => {
    const start =
      (Math.min(info.height - 1, Math.floor(y * info.height)) * info.width + Math.floor(x * info.width)) * 4
    return `#${data.subarray(start, start + 4).toString('hex')}`
  }
  const {format} = await sharp(body).metadata()
  return {width: info.width, height: info.height, format, at}
}

export type Headers = {accept?: string; ifNoneMatch?: string}

export type TestStore = {
  /** Holds `assets/`. */
  folder: string
  dataset: Dataset
  store: AssetStore
  upload(bytes: Buffer, filename?: string): Promise<LakeDocument>
  get(document: LakeDocument, query?: string, headers?: Headers): Promise<AssetResponse>
  close(): void
}

/** A store of assets in a folder of its own. */
export function openTestStore(limits: {derivedBytes?: number} = {}): TestStore {
  const folder = mkdtempSync(join(tmpdir(), 'lake-assets-'))
  const dataset = openDataset({name: 'production', file: join(folder, 'production.sqlite')})
  const publicUrl = 'http://localhost:3000/lake'
  const store = createAssetStore({dataset, folder: join(folder, 'assets'), publicUrl, limits})
  return {
    folder,
    dataset,
    store,
    upload: (bytes, filename) => store.upload({kind: 'image', bytes, filename, author: 'editor'}),
    get(document, query = '', headers = {}) {
      const path = String(document.path).replace('images/', '')
      return store.serve({kind: 'image', path, query: new URLSearchParams(query), ...headers})
    },
    close() {
      dataset.close()
      rmSync(folder, {recursive: true})
    },
  }
}
