import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import sharp, {type Sharp} from 'sharp'
import {openDataset, type StoredDataset} from '../store/dataset.ts'
import type {LakeDocument} from '../types.ts'
import type {AssetResponse} from './asset-response.ts'
import {type AssetStore, createAssetStore} from './asset-store.ts'

const limits = {derivedBytes: 60_000}
let folder: string
let dataset: StoredDataset
let store: AssetStore

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-serve-'))
  dataset = openDataset({name: 'production', file: join(folder, 'production.sqlite')})
  store = createAssetStore({
    dataset,
    folder: join(folder, 'assets'),
    publicUrl: 'http://localhost:3000/lake',
    limits,
  })
})

afterAll(() => {
  dataset.close()
  rmSync(folder, {recursive: true})
})

const quarters = {topLeft: '#ff0000', topRight: '#00ff00', bottomLeft: '#0000ff', bottomRight: '#ffff00'}

/** Four quarters of different colours, so that every cut, turn and mirroring shows. */
async function picture(width: number, height: number): Promise<Sharp> {
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

async function upload(bytes: Buffer, filename?: string): Promise<LakeDocument> {
  return await store.upload({kind: 'image', bytes, filename, author: 'editor'})
}

type Headers = {accept?: string; ifNoneMatch?: string}

async function get(document: LakeDocument, query = '', headers: Headers = {}): Promise<AssetResponse> {
  const path = String(document.path).replace('images/', '')
  return await store.serve({kind: 'image', path, query: new URLSearchParams(query), ...headers})
}

async function pixels({body}: AssetResponse) {
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

async function sizeOf(document: LakeDocument, query: string): Promise<string> {
  const response = await get(document, query)
  if (response.status !== 200) return `${response.status}: ${response.body}`
  const {width, height} = await pixels(response)
  return `${width}x${height}`
}

describe('the original', () => {
  test('is served byte for byte and may be kept for ever', async () => {
    const bytes = await (await picture(40, 20)).jpeg().toBuffer()
    const response = await get(await upload(bytes))
    expect(response.status).toBe(200)
    expect(response.body).toEqual(bytes)
    expect(response.headers).toMatchObject({
      'Content-Type': 'image/jpeg',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': expect.stringMatching(/^sandbox; default-src 'none'/),
    })
    expect(response.headers).not.toHaveProperty('Content-Disposition')
  })

  test('is not sent again to who has it', async () => {
    const document = await upload(await (await picture(40, 20)).jpeg().toBuffer())
    const {headers} = await get(document)
    const again = await get(document, '', {ifNoneMatch: `"other", W/${headers.ETag}`})
    expect(again).toMatchObject({status: 304, body: null, headers: {ETag: headers.ETag}})
    expect((await get(document, '', {ifNoneMatch: '"other"'})).status).toBe(200)
  })

  test('is saved under its own name where that is asked for', async () => {
    const document = await upload(await (await picture(60, 20)).png().toBuffer(), 'Äpfel & "co".png')
    const disposition = async (query: string) => (await get(document, query)).headers['Content-Disposition']
    expect(await disposition('dl=')).toBe(
      `attachment; filename="_pfel _ _co_.png"; filename*=UTF-8''%C3%84pfel%20%26%20%22co%22.png`,
    )
    expect(await disposition('dl=hall.png&w=10')).toBe(
      `attachment; filename="hall.png"; filename*=UTF-8''hall.png`,
    )
  })

  test('may have a name of vanity behind its own', async () => {
    const document = await upload(await (await picture(60, 20)).png().toBuffer())
    const path = `${document.assetId}-60x20.png/the-hall.png`
    expect((await store.serve({kind: 'image', path, query: new URLSearchParams()})).status).toBe(200)
  })

  test.each([
    '../production.sqlite',
    'local/production/../../production.sqlite',
    '..%2f..%2fproduction.sqlite',
    'local/production/%2e%2e/production.sqlite',
    '/etc/passwd',
    'local/production/',
    '',
    `local/production/${'a'.repeat(40)}-1x1.png`,
    `local/production/${'a'.repeat(40)}-1x1.png\0`,
  ])('an address that names no asset is not found: %j', async (path) => {
    for (const kind of ['image', 'file'] as const) {
      const response = await store.serve({kind, path, query: new URLSearchParams()})
      expect(response).toMatchObject({status: 404, headers: {'Content-Type': 'text/plain; charset=utf-8'}})
    }
  })

  test('an asset of another dataset, a deleted one and one without its file are not found', async () => {
    const document = await upload(await (await picture(80, 20)).png().toBuffer())
    const name = `${document.assetId}-80x20.png`
    const file = join(folder, 'assets/images', name)
    const elsewhere = {kind: 'image' as const, path: `local/staging/${name}`, query: new URLSearchParams()}
    expect((await store.serve(elsewhere)).status).toBe(404)
    const bytes = readFileSync(file)
    rmSync(file)
    expect((await get(document)).status).toBe(404)
    expect((await get(document, 'w=10')).status).toBe(404)
    writeFileSync(file, bytes)
    expect((await get(document)).status).toBe(200)
    dataset.commit({mutations: [{delete: {id: document._id}}], author: 'editor'})
    expect((await get(document)).status).toBe(404)
    expect((await get(document, 'w=10')).status).toBe(404)
  })

  test('a file is always saved, never shown', async () => {
    const bytes = Buffer.from('%PDF-1.7 minutes')
    const document = await store.upload({kind: 'file', bytes, filename: 'Minutes.pdf', author: 'editor'})
    const path = String(document.path).replace('files/', '')
    const response = await store.serve({kind: 'file', path, query: new URLSearchParams('w=100')})
    expect(response.body).toEqual(bytes)
    expect(response.headers).toMatchObject({
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="Minutes.pdf"; filename*=UTF-8''Minutes.pdf`,
      'X-Content-Type-Options': 'nosniff',
    })
  })
})

describe('sizes, of an image of 400 by 200', () => {
  let document: LakeDocument
  beforeAll(async () => {
    document = await upload(await (await picture(400, 200)).png().toBuffer())
  })

  test.each([
    ['w=100', '100x50'],
    ['h=100', '200x100'],
    ['w=100&h=100', '100x50'],
    ['w=800', '800x400'],
    ['w=800&fit=max', '400x200'],
    ['w=100&h=400&fit=max', '100x50'],
    ['w=100&h=100&fit=crop', '100x100'],
    ['w=500&h=500&fit=crop', '500x500'],
    ['w=500&h=500&fit=min', '200x200'],
    ['w=100&h=50&fit=min', '100x50'],
    ['w=100&h=100&fit=fill', '100x100'],
    ['w=800&h=800&fit=fillmax', '800x800'],
    ['w=100&h=100&fit=scale', '100x100'],
    ['w=100&fit=crop&max-h=30', '100x30'],
    ['w=100&fit=crop&min-h=80', '100x80'],
    ['w=100&max-h=30', '100x50'],
    ['w=100&dpr=2', '200x100'],
    ['w=100.4', '100x50'],
    ['rect=0,0,100,150', '100x150'],
    ['rect=0,0,100,150&w=50', '50x75'],
    ['rect=300,0,101,999&w=50', '50x100'],
    ['w=100&pad=10', '120x70'],
    ['w=100&or=90', '100x200'],
    ['fp-x=0.2&unknown=1', '400x200'],
  ])('%s gives %s', async (query, size) => {
    expect(await sizeOf(document, query)).toBe(size)
  })

  test.each([
    ['w=0', 'Invalid value for "w": use a number from 1 to 8192'],
    ['w=abc', 'Invalid value for "w"'],
    ['h=99999', 'Invalid value for "h"'],
    ['w=', 'Invalid value for "w"'],
    ['fit=cover', 'Invalid value for "fit": use clip, crop'],
    ['crop=middle', 'Invalid value for "crop"'],
    ['fp-x=2', 'Invalid value for "fp-x"'],
    ['rect=1,2,3', 'Invalid value for "rect"'],
    ['rect=500,0,10,10', 'it lies outside the image, which is 400 by 200 pixels'],
    ['q=101', 'Invalid value for "q"'],
    ['fm=exe', 'Invalid value for "fm"'],
    ['dpr=9', 'Invalid value for "dpr"'],
    ['blur=0', 'Invalid value for "blur"'],
    ['bg=red', 'Invalid value for "bg"'],
    ['or=45', 'Invalid value for "or"'],
    ['flip=x', 'Invalid value for "flip"'],
    ['frame=2', 'Invalid value for "frame"'],
    ['w=8000&dpr=3', 'larger than 8192 pixels'],
  ])('%s is refused in plain text', async (query, message) => {
    const response = await get(document, query)
    expect(response.status).toBe(400)
    expect(response.headers['Content-Type']).toBe('text/plain; charset=utf-8')
    expect(String(response.body)).toContain(message)
  })
})

describe('what is seen, of four quarters: red and green above, blue and yellow below', () => {
  let document: LakeDocument
  beforeAll(async () => {
    document = await upload(await (await picture(200, 200)).png().toBuffer())
  })
  const corner = async (query: string, x = 0.25, y = 0.25) =>
    (await pixels(await get(document, query))).at(x, y)

  test.each([
    ['rect=100,0,100,100', '#00ff00ff'],
    ['rect=0,100,100,100&w=10', '#0000ffff'],
    ['w=50&h=100&fit=crop&crop=left', '#ff0000ff'],
    ['w=50&h=100&fit=crop&crop=right', '#00ff00ff'],
    ['w=100&h=50&fit=crop&crop=bottom,left', '#0000ffff'],
    ['w=20&h=100&fit=crop&crop=focalpoint&fp-x=0.8', '#00ff00ff'],
    ['flip=h', '#00ff00ff'],
    ['flip=v', '#0000ffff'],
    ['flip=hv', '#ffff00ff'],
    ['or=90', '#0000ffff'],
    ['or=270', '#00ff00ff'],
    ['invert=true', '#00ffffff'],
  ])('%s has %s at its upper left', async (query, colour) => {
    expect(await corner(query)).toBe(colour)
  })

  test('grey has no colour left', async () => {
    const [red, green, blue] = Buffer.from((await corner('sat=-100')).slice(1), 'hex')
    expect(green).toBe(red)
    expect(blue).toBe(red)
  })

  test('the rest of a box is filled with the colour that is asked for, else left clear or white', async () => {
    const fill = 'w=200&h=400&fit=fill'
    expect(await corner(`${fill}&bg=123456`, 0.5, 0.02)).toBe('#123456ff')
    expect(await corner(`${fill}&bg=ff00`, 0.5, 0.02)).toBe('#ff0000ff')
    expect(await corner(fill, 0.5, 0.02)).toMatch(/00$/)
    expect((await pixels(await get(document, `${fill}&fm=jpg`))).at(0.5, 0.02)).toBe('#ffffffff')
  })

  test('blur and sharpening change the picture and not its size', async () => {
    const plain = await get(document, 'w=100')
    for (const effect of ['blur=50', 'sharp=80']) {
      const changed = await get(document, `w=100&${effect}`)
      expect(changed.body).not.toEqual(plain.body)
      expect(await pixels(changed)).toMatchObject({width: 100, height: 100})
    }
  })
})

describe('formats', () => {
  let document: LakeDocument
  beforeAll(async () => {
    const noise = {type: 'gaussian' as const, mean: 128, sigma: 40}
    const noisy = {create: {width: 200, height: 100, channels: 3 as const, noise, background: '#888'}}
    document = await upload(await sharp(noisy).jpeg({quality: 95}).toBuffer())
  })

  test.each([
    ['fm=jpg', 'jpeg', 'image/jpeg'],
    ['fm=pjpg', 'jpeg', 'image/jpeg'],
    ['fm=png', 'png', 'image/png'],
    ['fm=webp', 'webp', 'image/webp'],
    ['fm=avif', 'heif', 'image/avif'],
    ['w=50', 'jpeg', 'image/jpeg'],
  ])('%s', async (query, format, mimeType) => {
    const response = await get(document, query)
    expect((await pixels(response)).format).toBe(format)
    expect(response.headers['Content-Type']).toBe(mimeType)
    expect(response.headers).not.toHaveProperty('Vary')
  })

  test.each([
    ['image/avif,image/webp,*/*', 'image/avif'],
    ['image/webp,*/*', 'image/webp'],
    ['*/*', 'image/jpeg'],
    [undefined, 'image/jpeg'],
  ])('auto=format for a browser that accepts %s', async (accept, mimeType) => {
    const {headers} = await get(document, 'auto=format', {accept})
    expect(headers).toMatchObject({'Content-Type': mimeType, Vary: 'Accept'})
  })

  test('less quality is fewer bytes', async () => {
    const length = async (query: string) => (await get(document, query)).body?.length ?? 0
    expect(await length('q=20')).toBeLessThan(await length('q=90'))
    expect(await length('q=0')).toBeGreaterThan(0)
  })

  test('an animation stays one, unless its first frame is asked for', async () => {
    const frames = await Promise.all(
      ['#ff0000', '#00ff00'].map((background) =>
        sharp({create: {width: 20, height: 10, channels: 3, background}})
          .png()
          .toBuffer(),
      ),
    )
    const animation = await upload(
      await sharp(frames, {join: {animated: true}})
        .gif()
        .toBuffer(),
    )
    expect(animation._id).toMatch(/-20x10-gif$/)
    const pagesOf = async (query: string) => {
      const {body} = await get(animation, query, {accept: 'image/avif,image/webp'})
      const {pages, width, pageHeight, height} = await sharp(body ?? Buffer.alloc(0)).metadata()
      return {pages: pages ?? 1, width, height: pageHeight ?? height}
    }
    expect(await pagesOf('w=10')).toEqual({pages: 2, width: 10, height: 5})
    expect(await pagesOf('w=6&h=6&fit=crop')).toEqual({pages: 2, width: 6, height: 6})
    expect(await pagesOf('w=10&auto=format')).toEqual({pages: 2, width: 10, height: 5})
    expect(await pagesOf('w=10&frame=1')).toEqual({pages: 1, width: 10, height: 5})
  })

  test('a drawing is served as it is, safely, and becomes pixels where a format is asked for', async () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><script>alert(1)</script><path fill="#00f" d="M20 0h20v20H20z"/></svg>',
    )
    const drawing = await upload(svg)
    for (const query of ['', 'w=80&auto=format', 'rect=0,0,10,10']) {
      const response = await get(drawing, query, {accept: 'image/webp'})
      expect(response.body).toEqual(svg)
      expect(response.headers).toMatchObject({
        'Content-Type': 'image/svg+xml',
        'Content-Security-Policy': expect.stringContaining("sandbox; default-src 'none'"),
      })
    }
    const drawn = await pixels(await get(drawing, 'fm=png&w=80'))
    expect(drawn).toMatchObject({width: 80, height: 40, format: 'png'})
    // Rendered at that size, not enlarged: the edge in the middle is sharp.
    expect([drawn.at(39.5 / 80, 0.5), drawn.at(40.5 / 80, 0.5)]).toEqual(['#00000000', '#0000ffff'])
    expect((await pixels(await get(drawing, 'fm=png&rect=20,0,20,20&w=40'))).at(0.1, 0.5)).toBe('#0000ffff')
  })
})

test('a drawing of great size is rendered within bounds', async () => {
  const drawing = await upload(
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="6000" height="3000"><path d="M0 0h9v9z"/></svg>',
    ),
  )
  expect(await sizeOf(drawing, 'fm=png&rect=0,0,20,10&w=4000')).toBe('4000x2000')
})

describe('what a camera wrote', () => {
  test('is in the original and in nothing that is made from it', async () => {
    const located = await (await picture(60, 40))
      .withExif({IFD3: {GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1'}, IFD0: {Artist: 'A. Person'}})
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">A. Person</x:xmpmeta>')
      .jpeg()
      .toBuffer()
    const document = await upload(located)
    expect((await get(document)).body).toEqual(located)
    for (const query of ['w=30', 'auto=format', 'fm=png', 'fm=webp', 'fm=avif', 'fm=jpg', 'or=90', 'q=80']) {
      const {body} = await get(document, query)
      const {exif, xmp, iptc} = await sharp(body ?? Buffer.alloc(0)).metadata()
      expect({query, exif, xmp, iptc}).toEqual({query, exif: undefined, xmp: undefined, iptc: undefined})
      expect(body?.includes('A. Person')).toBe(false)
    }
  })

  test('turns the picture: cuts and sizes count in the picture that is seen', async () => {
    const sideways = await (await picture(60, 40)).withMetadata({orientation: 6}).png().toBuffer()
    const document = await upload(sideways)
    const turned = await pixels(await get(document, 'w=20'))
    expect(turned).toMatchObject({width: 20, height: 30})
    // A quarter turn to the right: what was at the lower left is now at the upper left.
    expect(turned.at(0.25, 0.25)).toBe('#0000ffff')
    expect((await pixels(await get(document, 'rect=20,0,20,30'))).at(0.5, 0.5)).toBe('#ff0000ff')
  })
})

describe('the cache of derived images', () => {
  const derived = () => readdirSync(join(folder, 'assets/derived'))

  test('the same picture is made once, also when it is asked for many times at once', async () => {
    const document = await upload(await (await picture(120, 60)).png().toBuffer())
    const before = derived().length
    const answers = await Promise.all(Array.from({length: 8}, () => get(document, 'w=37')))
    expect(new Set(answers.map(({headers}) => headers.ETag)).size).toBe(1)
    expect(answers.every(({body}) => body?.equals(answers[0]?.body ?? Buffer.alloc(0)))).toBe(true)
    expect(derived()).toHaveLength(before + 1)

    const [etag = ''] = answers.map(({headers}) => headers.ETag)
    expect(await get(document, 'w=37', {ifNoneMatch: etag})).toMatchObject({status: 304, body: null})
    // Taken from the folder: what lies there is what is served.
    writeFileSync(join(folder, 'assets/derived', etag.replaceAll('"', '')), 'from the cache')
    expect(String((await get(document, 'w=37')).body)).toBe('from the cache')
  })

  test('stays within its bound, and makes again what was removed', async () => {
    const noise = {type: 'gaussian' as const, mean: 128, sigma: 60}
    const noisy = {create: {width: 200, height: 200, channels: 3 as const, noise, background: '#888'}}
    const document = await upload(await sharp(noisy).png().toBuffer())
    const first = await get(document, 'w=100')
    for (let width = 101; width < 106; width += 1) await get(document, `w=${width}`)
    const sizes = derived().map((name) => statSync(join(folder, 'assets/derived', name)).size)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(limits.derivedBytes)
    expect(derived()).not.toContain(first.headers.ETag?.replaceAll('"', ''))
    expect((await get(document, 'w=100')).body).toEqual(first.body)
  })
})
