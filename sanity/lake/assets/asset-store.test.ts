import {createHash} from 'node:crypto'
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import sharp, {type Sharp} from 'sharp'
import {LakeError} from '../errors.ts'
import {openDataset, type StoredDataset} from '../store/dataset.ts'
import {type AssetStore, type AssetUpload, createAssetStore, refreshAssetUrls} from './asset-store.ts'

const publicUrl = 'http://localhost:3000/lake'
let folder: string
let dataset: StoredDataset
let store: AssetStore

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-assets-'))
  dataset = openDataset({name: 'production', file: join(folder, 'production.sqlite')})
  store = createAssetStore({dataset, folder: join(folder, 'assets'), publicUrl})
})

afterEach(() => {
  dataset.close()
  rmSync(folder, {recursive: true})
})

/** Left half red, right half blue, so that turns and cuts show. */
async function twoColours(width: number, height: number): Promise<Sharp> {
  const half = {create: {width: width / 2, height, channels: 3 as const, background: '#0000ff'}}
  const blue = await sharp(half).png().toBuffer()
  return sharp({create: {width, height, channels: 3, background: '#ff0000'}}).composite([
    {input: blue, left: width / 2, top: 0},
  ])
}

async function uploadImage(bytes: Buffer, more: Partial<AssetUpload> = {}) {
  return await store.upload({kind: 'image', bytes, author: 'editor', ...more})
}

async function refusalOf(work: Promise<unknown>): Promise<LakeError> {
  const error = await work.catch((reason) => reason)
  if (error instanceof LakeError) return error
  throw new Error('It was not refused')
}

test('an image becomes a document as hosted Sanity makes it, and a file with its bytes', async () => {
  const bytes = await (await twoColours(60, 40)).jpeg().toBuffer()
  const sha1 = createHash('sha1').update(bytes).digest('hex')
  const document = await uploadImage(bytes, {
    filename: 'School hall.png',
    title: 'Hall',
    source: {id: 'x1', name: 'drive'},
  })

  expect(document).toMatchObject({
    _id: `image-${sha1}-60x40-jpg`,
    _type: 'sanity.imageAsset',
    assetId: sha1,
    sha1hash: sha1,
    extension: 'jpg',
    mimeType: 'image/jpeg',
    originalFilename: 'School hall.png',
    path: `images/local/production/${sha1}-60x40.jpg`,
    url: `${publicUrl}/images/local/production/${sha1}-60x40.jpg`,
    size: bytes.length,
    title: 'Hall',
    source: {_type: 'sanity.assetSourceData', id: 'x1', name: 'drive'},
    metadata: {
      _type: 'sanity.imageMetadata',
      dimensions: {_type: 'sanity.imageDimensions', width: 60, height: 40, aspectRatio: 1.5},
      hasAlpha: false,
      isOpaque: true,
      palette: {_type: 'sanity.imagePalette', dominant: {_type: 'sanity.imagePaletteSwatch'}},
    },
  })
  expect(document.uploadId).toMatch(/^[\w-]{32}$/)
  expect(dataset.documents.get(document._id)).toEqual(document)
  expect(readFileSync(join(folder, `assets/images/${sha1}-60x40.jpg`))).toEqual(bytes)
})

test('the LQIP is a data address of a picture of 20 pixels and the palette names the colours that are there', async () => {
  const red = await sharp({create: {width: 100, height: 50, channels: 3, background: '#cc1122'}})
    .png()
    .toBuffer()
  const {metadata} = await uploadImage(red)
  const {lqip, palette} = JSON.parse(JSON.stringify(metadata))
  expect(lqip).toMatch(/^data:image\/jpeg;base64,/)
  const small = await sharp(Buffer.from(lqip.split(',')[1], 'base64')).metadata()
  expect([small.width, small.height]).toEqual([20, 10])
  expect(palette.dominant).toEqual({
    _type: 'sanity.imagePaletteSwatch',
    background: '#cc1122',
    foreground: '#fff',
    title: '#fff',
    population: 100,
  })
  expect(Object.keys(palette).sort()).toEqual([
    '_type',
    'darkMuted',
    'darkVibrant',
    'dominant',
    'lightMuted',
    'lightVibrant',
    'muted',
    'vibrant',
  ])
})

test('the same bytes are the same document, also when they come twice at once and under other names', async () => {
  const bytes = await (await twoColours(20, 10)).png().toBuffer()
  const [first, second] = await Promise.all([
    uploadImage(bytes, {filename: 'one.png'}),
    uploadImage(bytes, {filename: 'two.png'}),
  ])
  const third = await uploadImage(bytes, {filename: 'three.png'})
  expect(second).toEqual(first)
  expect(third).toEqual(first)
  expect(dataset.documents.size).toBe(1)
  expect(dataset.lastSequence).toBe(1)
  expect(readdirSync(join(folder, 'assets/images'))).toHaveLength(1)
})

test('dimensions are those that are seen: a camera that was held upright gives an upright picture', async () => {
  const bytes = await (await twoColours(60, 40)).withMetadata({orientation: 6}).jpeg().toBuffer()
  const document = await uploadImage(bytes)
  expect(document._id).toMatch(/-40x60-jpg$/)
})

test('transparency is told apart from an unused alpha channel', async () => {
  const opaque = await sharp({create: {width: 9, height: 9, channels: 4, background: '#ff0000'}})
    .png()
    .toBuffer()
  const clear = {r: 255, g: 0, b: 0, alpha: 0.5}
  const seeThrough = await sharp({create: {width: 9, height: 9, channels: 4, background: clear}})
    .png()
    .toBuffer()
  expect((await uploadImage(opaque)).metadata).toMatchObject({hasAlpha: true, isOpaque: true})
  expect((await uploadImage(seeThrough)).metadata).toMatchObject({hasAlpha: true, isOpaque: false})
})

test('a drawing has the size of its view box', async () => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80"><rect width="9" height="9"/></svg>',
  )
  const document = await uploadImage(svg)
  expect(document).toMatchObject({extension: 'svg', mimeType: 'image/svg+xml'})
  expect(document._id).toMatch(/-120x80-svg$/)
})

test('only the metadata that is asked for is taken', async () => {
  const bytes = await (await twoColours(20, 10)).png().toBuffer()
  const {metadata} = await uploadImage(bytes, {extract: ['lqip']})
  expect(metadata).toHaveProperty('lqip')
  expect(metadata).not.toHaveProperty('palette')
  const other = await uploadImage(await (await twoColours(40, 10)).png().toBuffer(), {extract: ['none']})
  expect(other.metadata).not.toHaveProperty('lqip')
  const refused = await refusalOf(uploadImage(bytes, {extract: ['dimensions']}))
  expect(refused).toMatchObject({status: 400, body: {statusCode: 400, error: 'Bad Request'}})
})

test('the place where a picture was made is not taken into its document', async () => {
  const located = await (await twoColours(20, 10))
    .withExif({IFD3: {GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1'}, IFD0: {Copyright: 'A. Person'}})
    .jpeg()
    .toBuffer()
  const document = await uploadImage(located)
  expect(JSON.stringify(document)).not.toMatch(/GPS|location|exif|A\. Person/i)
})

test.each([
  ['text that is called a picture', Buffer.from('Hello, I am not a picture at all.')],
  ['half a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['HTML that is called a picture', Buffer.from('<!doctype html><script>alert(1)</script>')],
])('%s is refused in the words of hosted Sanity', async (_, bytes) => {
  const refused = await refusalOf(uploadImage(bytes, {filename: 'picture.jpg', contentType: 'image/jpeg'}))
  expect(refused.status).toBe(400)
  expect(refused.body).toMatchObject({
    statusCode: 400,
    error: 'Bad Request',
    message: 'Invalid image, could not read metadata',
  })
  expect(dataset.documents.size).toBe(0)
})

test('too many bytes, too many pixels and none at all are refused, and nothing is stored', async () => {
  const limits = {image: 1024 * 1024, pixels: 1_000_000}
  const small = createAssetStore({dataset, folder: join(folder, 'small'), publicUrl, limits})
  const upload = (bytes: Buffer) => refusalOf(small.upload({kind: 'image', bytes, author: 'editor'}))
  const wide = await sharp({create: {width: 2000, height: 600, channels: 3, background: '#fff'}})
    .png()
    .toBuffer()

  expect(await upload(Buffer.alloc(1024 * 1024 + 1))).toMatchObject({
    status: 413,
    body: {
      statusCode: 413,
      error: 'Payload Too Large',
      message: 'The image is too large: at most 1 MB are allowed',
    },
  })
  expect(await upload(wide)).toMatchObject({
    status: 400,
    message: expect.stringContaining('at most 1 megapixels'),
  })
  expect(await upload(Buffer.alloc(0))).toMatchObject({status: 400, message: 'The image is empty'})
  const huge = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="90000"/>')
  expect(await upload(huge)).toMatchObject({status: 400})
  expect(dataset.documents.size).toBe(0)
})

test('files keep the type of their bytes, whatever they are called', async () => {
  const upload = (text: string, filename?: string, contentType?: string) =>
    store.upload({kind: 'file', bytes: Buffer.from(text, 'latin1'), filename, contentType, author: 'editor'})
  const pdf = await upload('%PDF-1.7 …', 'minutes.exe')
  expect(pdf).toMatchObject({_type: 'sanity.fileAsset', extension: 'pdf', mimeType: 'application/pdf'})
  expect(pdf._id).toBe(`file-${pdf.sha1hash}-pdf`)
  expect(await upload('PK\x03\x04 …', 'plan.docx')).toMatchObject({extension: 'docx'})
  expect(await upload('PK\x03\x04 … ', 'plan.pdf')).toMatchObject({
    extension: 'zip',
    mimeType: 'application/zip',
  })
  expect(await upload('a;b', 'table.csv')).toMatchObject({mimeType: 'text/csv'})
  expect(await upload('a;c', undefined, 'text/csv; charset=utf-8')).toMatchObject({extension: 'csv'})
  expect(await upload('<script>', 'page.html')).toMatchObject({mimeType: 'application/octet-stream'})
  expect(await upload('?', 'odd.näme')).toMatchObject({extension: 'bin'})
})

test('a file that is missing for its document is put back by the next upload', async () => {
  const bytes = await (await twoColours(20, 10)).png().toBuffer()
  const document = await uploadImage(bytes)
  const file = join(folder, `assets/images/${document.assetId}-20x10.png`)
  rmSync(file)
  expect(await uploadImage(bytes)).toEqual(document)
  expect(readFileSync(file)).toEqual(bytes)
})

test('addresses follow the public address of the lake, once', async () => {
  const bytes = await (await twoColours(20, 10)).png().toBuffer()
  const {_id, path} = await uploadImage(bytes)
  dataset.commit({author: 'editor', mutations: [{create: {_id: 'page', _type: 'page', url: 'x', path: 'y'}}]})

  expect(refreshAssetUrls({dataset, publicUrl: 'http://localhost:4000/lake'})).toBe(1)
  expect(dataset.documents.get(_id)?.url).toBe(`http://localhost:4000/lake/${path}`)
  expect(dataset.documents.get('page')?.url).toBe('x')
  const {lastSequence} = dataset
  expect(refreshAssetUrls({dataset, publicUrl: 'http://localhost:4000/lake'})).toBe(0)
  expect(dataset.lastSequence).toBe(lastSequence)
})

test('a crash leaves a file without a document at most, and no half file', async () => {
  const bytes = await (await twoColours(20, 10)).png().toBuffer()
  const fail = () => {
    throw new Error('The disk is full')
  }
  const failing = new Proxy(dataset, {
    get: (target, name) => (name === 'commit' ? fail : Reflect.get(target, name)),
  })
  const crashing = createAssetStore({dataset: failing, folder: join(folder, 'assets'), publicUrl})
  await expect(crashing.upload({kind: 'image', bytes, author: 'editor'})).rejects.toThrow('The disk is full')
  const [name = ''] = readdirSync(join(folder, 'assets/images'))
  expect(readFileSync(join(folder, 'assets/images', name))).toEqual(bytes)
  expect(dataset.documents.size).toBe(0)
  expect((await store.serve({kind: 'image', path: name, query: new URLSearchParams()})).status).toBe(404)

  // The next upload of the same bytes completes what was cut off.
  const {_id} = await uploadImage(bytes)
  expect(dataset.documents.has(_id)).toBe(true)
})

test('without its file no document is made', async () => {
  rmSync(join(folder, 'assets/images'), {recursive: true})
  writeFileSync(join(folder, 'assets/images'), 'a file where the folder should be')
  const bytes = await (await twoColours(20, 10)).png().toBuffer()
  await expect(uploadImage(bytes)).rejects.toThrow()
  expect(dataset.documents.size).toBe(0)
})

test('what a killed run had begun to write is removed at the next start', () => {
  for (const kind of ['images', 'files', 'derived']) {
    writeFileSync(join(folder, 'assets', kind, 'begun.png.1234.tmp'), 'half')
  }
  createAssetStore({dataset, folder: join(folder, 'assets'), publicUrl})
  const names = ['images', 'files', 'derived'].flatMap((kind) => readdirSync(join(folder, 'assets', kind)))
  expect(names).toEqual([])
})
